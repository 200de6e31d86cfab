/**
 * 审核提级: what waits for a person outside the department. Those who have to act are told when it is
 * overdue, then their supervisors, then the city, each once; a claim that nobody rules on lapses.
 */
import type { Policy } from '../policy/policy.ts';
import type { Rules, Ticket } from '../ticket/ticket.ts';
import { dueMoment } from '../time/clock.ts';
import type { Term, Timetable } from '../time/deadline.ts';
import { addMs, atCivil } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { afterWorkingDays } from '../time/working-time.ts';
import type { MomentAnswer } from '../time/working-time.ts';
import type { ReviewLevel, WaitingKind } from './waiting-kind.ts';

type WaitingRules = NonNullable<Policy['waiting']>;

export interface Waiting {
  readonly of: WaitingKind;
  /** When it began to wait, which tells it from an earlier one of its kind. */
  readonly since: Instant;
}

export interface Raise extends Waiting {
  readonly level: ReviewLevel;
  /** When the level should have been told. */
  readonly moment: MomentAnswer;
}

/**
 * The levels of each kind, lowest first. What only supervisors decide begins with them. The day of
 * a hardship's review is announced by a reminder of its own, so only the city is left.
 */
const levelsOf = {
  closure: ['supervisor', 'city'],
  invalid: ['reviewer', 'supervisor', 'city'],
  hardship: ['reviewer', 'supervisor', 'city'],
  extension: ['reviewer', 'supervisor', 'city'],
  transfer: ['supervisor', 'city'],
  hardship_date: ['city'],
} as const satisfies Record<WaitingKind, readonly ReviewLevel[]>;

/** A transfer is decided within one working day, whatever the term of a review. */
const transferTerm: Term = { amount: 1, unit: 'working_day' };

const inReview = ({ state, submission }: Ticket): readonly Waiting[] =>
  state === 'closure_review' && submission ? [{ of: 'closure', since: submission.at }] : [];

const onHardship = ({ state, hardship }: Ticket, { office }: Timetable): readonly Waiting[] =>
  state === 'hardship' && hardship
    ? [{ of: 'hardship_date', since: atCivil(hardship.reviewOn, office.dayStart) }]
    : [];

/** Returns everything that the ticket waits for. */
const listWaiting = (ticket: Ticket, { timetable }: Rules): readonly Waiting[] => {
  const { claim, transferAsked } = ticket;
  return [
    ...inReview(ticket),
    ...(claim ? [{ of: claim.kind, since: claim.at }] : []),
    ...(transferAsked ? [{ of: 'transfer' as const, since: transferAsked.at }] : []),
    ...onHardship(ticket, timetable),
  ];
};

const dueOf = ({ of, since }: Waiting, { policy, timetable }: Rules): MomentAnswer => {
  if (of === 'hardship_date') return { ok: true, at: since };
  return dueMoment(timetable, since, of === 'transfer' ? transferTerm : policy.clocks.review);
};

/** Working days after it was due. */
const delayOf = (level: ReviewLevel, index: number, rules: WaitingRules): number => {
  if (level === 'city') return rules.cityAfter;
  return index === 0 ? 0 : rules.supervisorAfter;
};

/** Exactly at its due moment a ruling is in time. */
const delayed = (timetable: Timetable, due: Instant, days: number): MomentAnswer =>
  days === 0 ? { ok: true, at: addMs(due, 1) } : afterWorkingDays(timetable, due, days);

const isTold = ({ raised = [] }: Ticket, { of, since }: Waiting, level: ReviewLevel): boolean =>
  raised.some((one) => one.of === of && one.since === since && one.level === level);

const raisesOf = (waiting: Waiting, ticket: Ticket, rules: Rules): readonly Raise[] => {
  const { waiting: limits } = rules.policy;
  if (limits === undefined) return [];
  const due = dueOf(waiting, rules);
  return levelsOf[waiting.of].flatMap((level: ReviewLevel, index): readonly Raise[] => {
    if (isTold(ticket, waiting, level)) return [];
    const days = delayOf(level, index, limits);
    return [{ ...waiting, level, moment: due.ok ? delayed(rules.timetable, due.at, days) : due }];
  });
};

/** Returns the levels that are still to be told; none under a policy that has no such ladder. */
export const listRaises = (ticket: Ticket, rules: Rules): readonly Raise[] =>
  listWaiting(ticket, rules).flatMap((waiting) => raisesOf(waiting, ticket, rules));

/** Returns until when the claim that waits may be ruled on; undefined when none lapses. */
export const lastRuling = (
  { claim }: Pick<Ticket, 'claim'>,
  { policy, timetable }: Pick<Rules, 'policy' | 'timetable'>,
): MomentAnswer | undefined => {
  if (claim === undefined || policy.waiting === undefined) return undefined;
  const term: Term = { amount: policy.waiting.claimLapsesAfter, unit: 'working_day' };
  return dueMoment(timetable, claim.at, term);
};

/** 申请失效: returns when the claim that waits lapses; undefined when none does. */
export const lapseMoment = (ticket: Ticket, rules: Rules): MomentAnswer | undefined => {
  const last = lastRuling(ticket, rules);
  return last?.ok ? { ok: true, at: addMs(last.at, 1) } : last;
};
