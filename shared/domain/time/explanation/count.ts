/** What a deadline was counted from, before any language. */
import type { Due, Term } from '../deadline.ts';
import type { CivilDate, Instant, Weekday } from '../instant.ts';
import type { KnownDay } from '../working-days.ts';

export type DayReason =
  | KnownDay['because']
  /** The working day on which it counts as received. */
  | 'receipt_day'
  /** Came in after the cut-off of this working day. */
  | 'after_cut_off'
  /** Counted because the term is in calendar days. */
  | 'calendar_day'
  /** The working day to which a calendar-day term that ended on a day off moves. */
  | 'next_working_day';

export interface CountedDay {
  readonly date: CivilDate;
  readonly weekday: Weekday;
  readonly counts: boolean;
  /** Which day of the term it is, from 1; on days that count. */
  readonly number?: number;
  readonly because: DayReason;
  /** The holiday, as in the notice. */
  readonly name?: string;
  /** The notices of the year that names the day. */
  readonly notices?: readonly string[];
}

export interface Received {
  readonly at: Instant;
  readonly term: Term;
}

/** Everything a sentence about a deadline is made from. */
export interface Count {
  readonly received: Received;
  readonly afterCutOff: boolean;
  /** The day of receipt; absent when it lies in a year without notice. */
  readonly startedOn?: CivilDate;
  readonly due: Due;
  readonly days: readonly CountedDay[];
}
