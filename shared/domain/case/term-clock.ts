/**
 * 时限的时钟: a term in working days, of a case or of one of its steps, and its light. It is counted
 * like every other term here: the start day itself is not counted, and the last day ends with the
 * office hours. A term of 0 days (当日办结) ends on the day on which it begins, or on the next working
 * day when it begins after the office hours or on a day off. A suspension keeps the working time
 * that was left; one that comes after the due moment changes nothing.
 */
import { momentAtShare } from '../time/clock-share.ts';
import { afterPause, dueMoment } from '../time/clock.ts';
import { startDate } from '../time/deadline.ts';
import type { Timetable } from '../time/deadline.ts';
import { atCivil, civilDateOf, earlier, yearOf } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { MomentAnswer } from '../time/working-time.ts';
import type { CasePromise } from './case.ts';
import type { Stops } from './course.ts';

export const promiseLights = ['green', 'yellow', 'red', 'suspended', 'pending_calendar'] as const;
export type PromiseLight = (typeof promiseLights)[number];

export interface TermFacts extends Stops {
  readonly from: Instant;
  readonly days: number;
}

/** 黄灯: from this share on at most a fifth of the working time is left. */
const yellowShare = 0.8;

/** Returns the end of the first day, or of the next working day after office hours. */
const sameDay = ({ calendar, office }: Timetable, from: Instant): MomentAnswer => {
  const cutOff = Math.min(office.cutOff, office.dayEnd);
  const receiptDay = 'working_day';
  const day = startDate({ calendar, office: { ...office, cutOff }, receiptDay }, from);
  return day.ok ? { ok: true, at: atCivil(day.date, office.dayEnd) } : day;
};

const dueWithoutStops = (timetable: Timetable, { from, days }: TermFacts): MomentAnswer => {
  if (days === 0) return sameDay(timetable, from);
  return dueMoment(timetable, from, { amount: days, unit: 'working_day' });
};

/** Returns the due moment by the pauses that have ended. */
export const dueOf = (timetable: Timetable, facts: TermFacts): MomentAnswer =>
  facts.pauses.reduce<MomentAnswer>(
    (due, pause) => (due.ok ? afterPause(timetable, due.at, pause) : due),
    dueWithoutStops(timetable, facts),
  );

const yellowOf = (timetable: Timetable, facts: TermFacts, due: Instant): Instant => {
  const { from: startedAt, days, pauses } = facts;
  const term = { amount: days, unit: 'working_day' } as const;
  const running = { state: 'running', startedAt, term, pauses, dueAt: due } as const;
  const yellow = momentAtShare(timetable, running, yellowShare);
  return yellow.ok ? earlier(yellow.at, due) : due;
};

export const clockOf = (timetable: Timetable, facts: TermFacts): CasePromise => {
  const due = dueOf(timetable, facts);
  const { suspendedAt } = facts;
  const isSuspended = suspendedAt !== undefined && (!due.ok || suspendedAt <= due.at);
  if (!due.ok) return { pendingYear: due.year, ...(isSuspended && { suspendedAt }) };
  if (isSuspended) return { dueAt: due.at, suspendedAt };
  return { dueAt: due.at, yellowAt: yellowOf(timetable, facts, due.at) };
};

const runningLight = (clock: CasePromise, at: Instant): PromiseLight => {
  if (clock.suspendedAt !== undefined) return 'suspended';
  if (clock.dueAt === undefined) return 'pending_calendar';
  if (at > clock.dueAt) return 'red';
  return at >= (clock.yellowAt ?? clock.dueAt) ? 'yellow' : 'green';
};

/**
 * What ended before the unknown year was in time, because it is due in that year or later. What
 * ended later waits for the notice. What ended while it was suspended had time left.
 */
const endedLight = (clock: CasePromise, ended: Instant): PromiseLight => {
  const { dueAt: due, pendingYear, suspendedAt } = clock;
  if (suspendedAt !== undefined) return 'green';
  if (due !== undefined) return ended > due ? 'red' : 'green';
  return yearOf(civilDateOf(ended)) < (pendingYear ?? 0) ? 'green' : 'pending_calendar';
};

/**
 * Returns the light of a clock. Exactly at the due moment is in time. What has ended keeps the light
 * it ended with.
 */
export const lightAt = (
  clock: CasePromise,
  ended: Instant | undefined,
  at: Instant,
): PromiseLight => (ended === undefined ? runningLight(clock, at) : endedLight(clock, ended));
