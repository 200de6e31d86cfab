/** Random rules, people and sequences of actions for tickets. */
import * as fc from 'fast-check';

import type { CalendarYear } from '../../../shared/domain/calendar/year.ts';
import { rungs } from '../../../shared/domain/policy/policy.ts';
import type { Policy, Trigger } from '../../../shared/domain/policy/policy.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Acting, Command } from '../../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import type { Rules, Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { receiptDays } from '../../../shared/domain/time/deadline.ts';
import { fromEpoch, nextDate, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { day, momentBetween } from '../time/shanghai.ts';
import {
  badRating,
  deptA,
  deptB,
  resident,
  rightfully,
  said,
  staff,
  system,
  ticketUnder,
} from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const term = fc.record({
  amount: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('working_day', 'calendar_day'),
});

const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.constant({ on: 'contact_missed' } as const),
  fc.record({ on: fc.constant('time_gone' as const), share: fc.constantFrom(0.25, 0.5, 0.8, 0.9) }),
  fc.record({ on: fc.constant('overdue' as const), workingDays: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ on: fc.constant('returned' as const), times: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ on: 'bad_follow_up' } as const),
);

const ladder: fc.Arbitrary<Policy['ladder']> = fc
  .array(fc.array(trigger, { minLength: 1, maxLength: 3 }), { minLength: 7, maxLength: 7 })
  .map((triggers) => rungs.map((rung, index) => ({ rung, triggers: triggers[index] ?? [] })));

const policy: fc.Arbitrary<Policy> = fc.record({
  version: fc.constant(1),
  source: fc.constant(defaultPolicy.source),
  badLevels: fc.constant(defaultPolicy.badLevels),
  office: fc.constant(defaultPolicy.office),
  clocks: fc.record({ contact: term, rectify: term, redo: term, review: term }),
  contactAttempts: fc.integer({ min: 1, max: 3 }),
  appealAfterContact: fc.constantFrom(undefined, true),
  extension: fc.record({
    times: fc.integer({ min: 0, max: 2 }),
    most: fc.integer({ min: 1, max: 8 }),
  }),
  ladder: fc.oneof(fc.constant(defaultPolicy.ladder), ladder),
  appendWindowDays: fc.integer({ min: 1, max: 20 }),
  receiptDay: fc.constantFrom(...receiptDays),
  waiting: fc.option(
    fc
      .record({
        supervisorAfter: fc.integer({ min: 0, max: 5 }),
        more: fc.integer({ min: 0, max: 5 }),
        claimLapsesAfter: fc.integer({ min: 10, max: 15 }),
      })
      .map(({ more, ...rules }) => ({ ...rules, cityAfter: rules.supervisorAfter + more })),
    { nil: undefined },
  ),
  scores: fc.constant(defaultPolicy.scores),
});

const yearOf = (year: number, off: readonly CivilDate[]): CalendarYear => ({
  year,
  notices: [{ url: 'https://www.gov.cn/1', number: '国办发明电〔2026〕1号' }],
  holidays: [{ name: '元旦', off, makeup: [] }],
});

const daysOff = (year: number): fc.Arbitrary<readonly CivilDate[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 30 })
    .map((days) => days.map((n) => nextDate(day(`${year}-01-01`), n)));

/** The rules by the first calendar, and by the one that is loaded later. */
export interface TwoRules {
  readonly early: Rules;
  readonly late: Rules;
}

const weekly = fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 2 });

export const twoRules: fc.Arbitrary<TwoRules> = fc
  .tuple(policy, weekly, daysOff(2026), daysOff(2027), daysOff(2028))
  .map(([under, week, ...off]) => {
    const years = off.map((days, index) => yearOf(2026 + index, days));
    const known = (count: number): Rules =>
      rulesUnder(under, calendarOf(years.slice(0, count), week));
    return { early: known(1), late: known(3) };
  });

/** All years are known from the start. */
export const knownRules: fc.Arbitrary<Rules> = twoRules.map(({ late }) => late);

const inA = { department: deptA };
const inB = { department: deptB };
const people: readonly Acting[] = [
  ...Object.values(rightfully),
  staff('handler-b', 'handler', { ...inB, area: '330603' }),
  staff('reviewer-a', 'reviewer', inA),
  // The same person, in another department with another role, or with both roles at once.
  staff('handler-a', 'supervisor', inB),
  staff('handler-a', 'reviewer', { ...inB, area: '330600' }),
  staff('double', 'handler', { ...inA, roles: ['handler', 'supervisor', 'reviewer'] }),
  staff('double', 'supervisor', { ...inB, roles: ['handler', 'supervisor', 'reviewer'] }),
  staff('auditor', 'auditor', { area: '330600' }),
  resident,
  system,
];

export interface AuthorizedAction {
  readonly what: Said;
  readonly by: Acting;
  /** Milliseconds since the previous action. */
  readonly gapMs: number;
}

const gap = fc.oneof(
  fc.integer({ min: 0, max: 30 * MINUTE }),
  fc.integer({ min: 0, max: 8 * 60 * MINUTE }),
  fc.integer({ min: 0, max: 4 * DAY }),
);
/**
 * Names that advance the ticket, or are needed for what is rare, are more likely. Few act for the
 * second department, so the ticket seldom goes there and soon returns.
 */
const likelihood: Partial<Record<Said, number>> = {
  reached: 6,
  find: 6,
  submit: 6,
  sendBack: 6,
  approve: 6,
  bad: 6,
  claimHardship: 4,
  recount: 4,
  transferBack: 6,
  transfer: 1,
  voided: 1,
};
const names = (Object.keys(said) as Said[]).flatMap((what) =>
  Array.from({ length: likelihood[what] ?? 2 }, () => what),
);
const what = fc.constantFrom(...names);

const action: fc.Arbitrary<AuthorizedAction> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(what, gap).map(([w, g]) => ({ what: w, by: rightfully[w], gapMs: g })),
  },
  { weight: 1, arbitrary: fc.record({ what, by: fc.constantFrom(...people), gapMs: gap }) },
);

export const story = (length: number): fc.Arbitrary<readonly AuthorizedAction[]> =>
  fc.array(action, { minLength: length, maxLength: length });

export const opening: fc.Arbitrary<Instant> = momentBetween('2026-01-05', '2026-11-30');

export const plus = (moment: Instant, ms: number): Instant => fromEpoch(toEpoch(moment) + ms);

/** Review dates depend on the current time, because fixed dates would soon be in the past. */
export const commandAt = (name: Said, at: Instant): Command => {
  const command = said[name];
  const soon = nextDate(day(at.slice(0, 10)), 9);
  if (command.type === 'claimHardship') return { ...command, reviewOn: soon };
  if (command.type !== 'review' || command.outcome === 'resume') return command;
  return { ...command, outcome: { keepUntil: soon } };
};

export const openedAt = (moment: Instant, rules: Rules): Ticket =>
  ticketUnder(rules, { ...badRating, receivedAt: moment });

/** The ticket after the accepted actions, and the moment of the last action. */
export const lived = (
  start: Ticket,
  deeds: readonly AuthorizedAction[],
  rules: Rules,
): { readonly ticket: Ticket; readonly at: Instant } =>
  deeds.reduce(
    ({ ticket, at }, { what, by, gapMs }) => {
      const now = plus(at, gapMs);
      const decision = decideTicket(ticket, commandAt(what, now), { at: now, by, rules });
      return { ticket: decision.ok ? decision.next : ticket, at: now };
    },
    { ticket: start, at: start.openedAt },
  );
