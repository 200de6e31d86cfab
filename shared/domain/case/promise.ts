/**
 * 承诺时限: the term in working days that an administration promised for a case, with what a special
 * procedure changed of it, and its light.
 */
import type { Timetable } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import { acceptedAt, finishedAt } from './case.ts';
import type { Case, CasePromise, TimelineEntry } from './case.ts';
import { courseOf, extraDaysOf, stopsFrom } from './course.ts';
import type { Irregularity } from './irregularity.ts';
import { clockOf, dueOf, lightAt } from './term-clock.ts';
import type { PromiseLight, TermFacts } from './term-clock.ts';

export type Promised = Pick<Case, 'promiseWorkingDays' | 'timeline'>;

/** What the promise of an accepted case is counted from. */
export interface PromiseFacts extends TermFacts {
  /** The extension that counts, and the working days that it adds. */
  readonly extension?: TimelineEntry | undefined;
  readonly extendedBy: number;
  /** An extension that came after the due moment. */
  readonly irregular: readonly Irregularity[];
}

/** An extension counts while the term runs or stands still; what is overdue stays overdue. */
const isTooLate = ({ at }: TimelineEntry, facts: TermFacts, timetable: Timetable): boolean => {
  const due = dueOf(timetable, facts);
  if (!due.ok || at <= due.at) return false;
  const { suspendedAt } = facts;
  return suspendedAt === undefined || suspendedAt > due.at;
};

/** Returns undefined for a case that is not accepted or has no promised term. */
export const promiseFactsOf = (known: Promised, timetable: Timetable): PromiseFacts | undefined => {
  const [from, days] = [acceptedAt(known), known.promiseWorkingDays];
  if (from === undefined || days === undefined) return undefined;
  const course = courseOf(known.timeline);
  const facts = { from, days, extendedBy: 0, ...stopsFrom(course, from), irregular: [] };
  const { extension } = course;
  if (extension === undefined) return facts;
  if (isTooLate(extension, facts, timetable)) {
    return { ...facts, irregular: [{ code: 'extended_too_late', eventId: extension.eventId }] };
  }
  const extendedBy = extraDaysOf(extension);
  return { ...facts, days: days + extendedBy, extension, extendedBy };
};

/** Returns the clock of an accepted case with a promised term; undefined for every other case. */
export const promiseOf = (known: Promised, timetable: Timetable): CasePromise | undefined => {
  const facts = promiseFactsOf(known, timetable);
  return facts && clockOf(timetable, facts);
};

/** Returns the light of a case. */
export const lightOf = (
  known: Pick<Case, 'timeline'>,
  promise: CasePromise,
  at: Instant,
): PromiseLight => lightAt(promise, finishedAt(known), at);
