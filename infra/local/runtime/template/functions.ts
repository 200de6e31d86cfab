/** `AWS::Lambda::Function`: what its host needs, and the permissions of its role. */
import { join } from 'node:path';

import { z } from 'zod';

import { TemplateFault } from '../template-fault.ts';
import { cfnNumber, ignored, readProperties } from './properties.ts';
import type { Stack, StackResource } from './stack.ts';
import type { Statement } from './statement.ts';

export interface FunctionDefinition {
  /** The logical id. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** `<file>.<export>`, e.g. `index.handler`. */
  readonly handler: string;
  readonly codeDirectory: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly reservedConcurrency?: number;
  /** The destination of asynchronous invocations that failed permanently. */
  readonly deadLetterArn?: string;
  readonly statements: readonly Statement[];
}

const FunctionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.strictObject({ S3Bucket: ignored, S3Key: ignored }),
  Handler: z.string(),
  Role: z.string(),
  Runtime: z.string().regex(/^nodejs\d+\.x$/u, 'only Node functions run locally'),
  Timeout: cfnNumber.default(3),
  MemorySize: cfnNumber.default(128),
  Environment: z
    .strictObject({ Variables: z.record(z.string(), z.string()).default({}) })
    .optional(),
  ReservedConcurrentExecutions: cfnNumber.optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  Architectures: ignored,
  Description: ignored,
  EphemeralStorage: ignored,
  KmsKeyArn: ignored,
  LoggingConfig: ignored,
  RecursiveLoop: ignored,
  RuntimeManagementConfig: ignored,
  Tags: ignored,
  TracingConfig: ignored,
});

const codeDirectory = (stack: Stack, resource: StackResource): string => {
  const path = resource.metadata['aws:asset:path'];
  if (typeof path === 'string') return join(stack.directory, path);
  throw new TemplateFault(
    `${resource.at}.Metadata`,
    'has no aws:asset:path; synthesize with aws:cdk:enable-asset-metadata',
  );
};

/** Returns the function of a URI: its ARN, alone or in an `…/invocations` path. */
export const functionBehind = (
  uri: string,
  functions: readonly FunctionDefinition[],
): FunctionDefinition | undefined =>
  functions.find(({ arn }) => uri === arn || uri.endsWith(`/functions/${arn}/invocations`));

export type StatementsOf = (roleArn: string) => readonly Statement[];

const functionOf =
  (stack: Stack, statementsOf: StatementsOf) =>
  (resource: StackResource): FunctionDefinition => {
    const found = readProperties(FunctionProperties, resource);
    const reserved = found.ReservedConcurrentExecutions;
    return {
      id: resource.id,
      name: resource.name,
      arn: resource.attribute('Arn'),
      handler: found.Handler,
      codeDirectory: codeDirectory(stack, resource),
      timeoutSeconds: found.Timeout,
      memoryMb: found.MemorySize,
      environment: found.Environment?.Variables ?? {},
      ...(reserved !== undefined && { reservedConcurrency: reserved }),
      ...(found.DeadLetterConfig && { deadLetterArn: found.DeadLetterConfig.TargetArn }),
      statements: statementsOf(found.Role),
    };
  };

export const readFunctions = (
  stack: Stack,
  statementsOf: StatementsOf,
): readonly FunctionDefinition[] =>
  stack.ofType('AWS::Lambda::Function').map(functionOf(stack, statementsOf));
