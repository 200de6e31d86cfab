/** What a deadline was counted from, independent of language. */
import { namesOf } from '../../text/names-of.ts';
import type { Due, Term } from '../deadline.ts';
import type { CivilDate, Instant, Weekday } from '../instant.ts';
import type { KnownDay } from '../working-days.ts';

export type DayReason =
  | KnownDay['because']
  /** The working day that counts as the day of receipt. */
  | 'receipt_day'
  /** Arrived after the cut-off of this working day. */
  | 'after_cut_off'
  /** Counted because the term is in calendar days. */
  | 'calendar_day'
  /** The working day to which a calendar-day term moves when it ends on a day off. */
  | 'next_working_day';

export const dayReasons = namesOf<DayReason>({
  weekday: true,
  weekend: true,
  holiday: true,
  makeup: true,
  receipt_day: true,
  after_cut_off: true,
  calendar_day: true,
  next_working_day: true,
});

export interface CountedDay {
  readonly date: CivilDate;
  readonly weekday: Weekday;
  readonly counts: boolean;
  /** The number of the day in the term, from 1; present on days that count. */
  readonly number?: number;
  readonly because: DayReason;
  /** The holiday, as written in the notice. */
  readonly name?: string;
  /** The notices of the year that names the day. */
  readonly notices?: readonly string[];
}

export interface Received {
  readonly at: Instant;
  readonly term: Term;
}

/** The input of every sentence about a deadline. */
export interface Count {
  readonly received: Received;
  /** The day of receipt; absent when it lies in a year without a notice. */
  readonly startedOn?: CivilDate;
  readonly due: Due;
  readonly days: readonly CountedDay[];
}
