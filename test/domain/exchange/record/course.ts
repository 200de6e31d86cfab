/** The course of a ticket, and the records of its steps. */

import type { Body } from '../../../../shared/domain/exchange/record/field.ts';
import { stepRecord } from '../../../../shared/domain/exchange/record/step-record.ts';
import type { StepSource } from '../../../../shared/domain/exchange/record/step-record.ts';
import { zhejiang } from '../../../../shared/domain/exchange/record/zhejiang.table.ts';
import type { Acting, Command } from '../../../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../../../shared/domain/ticket/machine.ts';
import { openingOf } from '../../../../shared/domain/ticket/opening.ts';
import { linkStep } from '../../../../shared/domain/ticket/step/step.ts';
import type { Step } from '../../../../shared/domain/ticket/step/step.ts';
import type { Ticket } from '../../../../shared/domain/ticket/ticket.ts';
import { sha256, shippedRules } from '../../../../shared/rules.ts';
import { at } from '../../../fake/clock.ts';
import { creditCode } from '../../../support/case-facts.ts';
import { handler } from '../../ticket/ticket-fixture.ts';
import { fullCase, ratingOf } from './sample-source.ts';

export const own = { ...handler, department: creditCode };

export interface Course {
  readonly ticket: Ticket;
  readonly steps: readonly Step[];
}

export const begun = (): Course => {
  const opening = openingOf(ratingOf(), shippedRules);
  if (opening === undefined) throw new Error('a bad rating opens a ticket');
  return { ticket: opening.ticket, steps: [opening.first] };
};

export const does = (course: Course, moment: string, by: Acting, command: Command): Course => {
  const context = { at: at(moment), by, rules: shippedRules };
  const decision = decideTicket(course.ticket, command, context);
  if (!decision.ok) throw new Error(decision.reason);
  const steps = [...course.steps];
  for (const draft of decision.events) steps.push(linkStep(steps.at(-1), draft, sha256));
  return { ticket: decision.next, steps };
};

/** The record of the last step. */
export const recordOf = ({ steps }: Course, more: Partial<StepSource> = {}): Body => {
  const source = { known: fullCase(), serviceNumber: 1, later: [], revision: 1 };
  const given = { before: steps.slice(0, -1), step: steps.at(-1)! };
  return stepRecord({ ...source, ...given, ...more }, zhejiang);
};

export const found = { type: 'find', kind: 'complex', cause: 'time' } as const;
export const reached = { type: 'recordContact', way: 'phone', outcome: 'reached' } as const;
export const submitted = {
  type: 'submit',
  result: 'rectified',
  measure: 'm',
  answer: 'a',
  evidence: ['e1'],
} as const;

export const worked = (): Course => {
  let course = does(begun(), '2026-11-20T10:00:00+08:00', own, reached);
  course = does(course, '2026-11-20T10:30:00+08:00', own, found);
  return does(course, '2026-11-24T10:00:00+08:00', own, submitted);
};
