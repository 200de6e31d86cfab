/**
 * 承诺时限: the term in working days that an administration promised for a case, and its light. It
 * is counted like every other term here: acceptance after the cut-off or on a day off counts from
 * the next working day, the start day itself is not counted, and the last day ends with the office
 * hours. A promise of 0 days (当日办结) ends on the day on which the case counts as accepted.
 */
import { momentAtShare } from '../time/clock-share.ts';
import { dueAt, startDate } from '../time/deadline.ts';
import type { Timetable } from '../time/deadline.ts';
import { atCivil, civilDateOf, earlier, yearOf } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { pendingCalendar } from '../time/working-days.ts';
import type { MomentAnswer } from '../time/working-time.ts';
import { acceptedAt, finishedAt } from './case.ts';
import type { Case, CasePromise } from './case.ts';

export const promiseLights = ['green', 'yellow', 'red', 'pending_calendar'] as const;
export type PromiseLight = (typeof promiseLights)[number];

/** 黄灯: from this share on at most a fifth of the working time is left. */
const yellowShare = 0.8;

type Promised = Pick<Case, 'promiseWorkingDays' | 'timeline'>;

/**
 * Returns the end of the day of acceptance, or of the next working day for acceptance after office
 * hours.
 */
const sameDay = ({ calendar, office }: Timetable, from: Instant): MomentAnswer => {
  const cutOff = Math.min(office.cutOff, office.dayEnd);
  const day = startDate({ calendar, office: { ...office, cutOff } }, from);
  return day.ok ? { ok: true, at: atCivil(day.date, office.dayEnd) } : day;
};

const dueOf = (timetable: Timetable, from: Instant, days: number): MomentAnswer => {
  if (days === 0) return sameDay(timetable, from);
  const due = dueAt(timetable, from, { amount: days, unit: 'working_day' });
  return due.state === 'running' ? { ok: true, at: due.dueAt } : pendingCalendar(due.year);
};

/** Returns the clock of an accepted case with a promised term; undefined for every other case. */
export const promiseOf = (known: Promised, timetable: Timetable): CasePromise | undefined => {
  const [from, days] = [acceptedAt(known), known.promiseWorkingDays];
  if (from === undefined || days === undefined) return undefined;
  const due = dueOf(timetable, from, days);
  if (!due.ok) return { pendingYear: due.year };
  const term = { amount: days, unit: 'working_day' } as const;
  const running = { state: 'running', startedAt: from, term, pauses: [], dueAt: due.at } as const;
  const yellow = momentAtShare(timetable, running, yellowShare);
  return { dueAt: due.at, yellowAt: yellow.ok ? earlier(yellow.at, due.at) : due.at };
};

const runningLight = (promise: CasePromise, at: Instant): PromiseLight => {
  if (promise.dueAt === undefined) return 'pending_calendar';
  if (at > promise.dueAt) return 'red';
  return at >= (promise.yellowAt ?? promise.dueAt) ? 'yellow' : 'green';
};

/**
 * A case that finished before the unknown year was in time, because it is due in that year or
 * later. A case that finished later waits for the notice.
 */
const finishedLight = ({ dueAt: due, pendingYear }: CasePromise, ended: Instant): PromiseLight => {
  if (due !== undefined) return ended > due ? 'red' : 'green';
  return yearOf(civilDateOf(ended)) < (pendingYear ?? 0) ? 'green' : 'pending_calendar';
};

/**
 * Returns the light of a case. Exactly at the due moment is in time. A finished case keeps the
 * light it finished with.
 */
export const lightOf = (
  known: Pick<Case, 'timeline'>,
  promise: CasePromise,
  at: Instant,
): PromiseLight => {
  const ended = finishedAt(known);
  return ended === undefined ? runningLight(promise, at) : finishedLight(promise, ended);
};

/** Returns the case with its clock counted by this timetable. */
export const withPromise = <T extends Promised>(known: T, timetable: Timetable): T => ({
  ...known,
  promise: promiseOf(known, timetable),
});
