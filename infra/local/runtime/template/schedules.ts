/** `AWS::Events::Rule` and `AWS::Scheduler::Schedule`, each with one function as its target. */
import { z } from 'zod';

import type { ScheduleDefinition } from '../../engine/model.ts';
import { TemplateFault } from '../template-fault.ts';
import type { FunctionDefinition } from './functions.ts';
import { ignored, readProperties } from './properties.ts';
import type { Stack, StackResource } from './stack.ts';

const State = z.enum(['ENABLED', 'DISABLED']).default('ENABLED');

/**
 * The retry and dead-letter settings of a target apply when Lambda cannot be reached, which cannot
 * happen locally.
 */
const Target = z.strictObject({
  Id: ignored,
  Arn: z.string(),
  Input: z.string().optional(),
  RoleArn: ignored,
  RetryPolicy: ignored,
  DeadLetterConfig: ignored,
});

const Rule = z.strictObject({
  Name: z.string().optional(),
  Description: ignored,
  ScheduleExpression: z.string(),
  State,
  Targets: z.tuple([Target]),
  Tags: ignored,
});

const Schedule = z.strictObject({
  Name: z.string().optional(),
  Description: ignored,
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  State,
  Target,
  GroupName: ignored,
  KmsKeyArn: ignored,
});

interface Read {
  readonly expression: string;
  readonly timeZone: string;
  readonly state: z.infer<typeof State>;
  readonly target: z.infer<typeof Target>;
}

const readRule = (resource: StackResource): Read => {
  const rule = readProperties(Rule, resource);
  const [target] = rule.Targets;
  return { expression: rule.ScheduleExpression, timeZone: 'UTC', state: rule.State, target };
};

const readSchedule = (resource: StackResource): Read => {
  const schedule = readProperties(Schedule, resource);
  return {
    expression: schedule.ScheduleExpression,
    timeZone: schedule.ScheduleExpressionTimezone,
    state: schedule.State,
    target: schedule.Target,
  };
};

const parseInput = (input: string | undefined, at: string): unknown => {
  if (input === undefined) return undefined;
  try {
    return JSON.parse(input) as unknown;
  } catch {
    throw new TemplateFault(at, 'has an Input that is not JSON');
  }
};

const scheduleOf =
  (functions: readonly FunctionDefinition[]) =>
  (resource: StackResource): ScheduleDefinition => {
    const isRule = resource.type === 'AWS::Events::Rule';
    const { expression, timeZone, state, target } = isRule
      ? readRule(resource)
      : readSchedule(resource);
    if (!functions.some(({ arn }) => arn === target.Arn)) {
      throw new TemplateFault(
        resource.at,
        `targets ${target.Arn}, which is not a function of the stack`,
      );
    }
    return {
      id: resource.id,
      expression,
      timeZone,
      functionArn: target.Arn,
      input: parseInput(target.Input, resource.at),
      enabled: state === 'ENABLED',
    };
  };

export const readSchedules = (
  stack: Stack,
  functions: readonly FunctionDefinition[],
): readonly ScheduleDefinition[] =>
  stack.ofType('AWS::Events::Rule', 'AWS::Scheduler::Schedule').map(scheduleOf(functions));
