import type { CalendarYear } from '../../domain/calendar/year.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Calendar } from '../../domain/time/working-days.ts';

/** A content of a calendar year; the one that is shipped has version 0. */
export interface YearVersion {
  readonly year: number;
  readonly version: number;
}

export interface RulesInForce {
  /** What a ticket that opens now is opened under. */
  readonly policy: Policy;
  /** The newest content of every year that is known. */
  readonly calendarYears: readonly CalendarYear[];
  /** Those years, made ready to count with. */
  readonly calendar: Calendar;
}

/** For so long, in milliseconds, a reader may still go by the rules that were in force before. */
export const rulesLagMs = 60_000;

/**
 * 规则库: what every decision goes by. Reading it again and again costs nothing while nothing is
 * older than `rulesLagMs`; any number of readers at once are one read of the table.
 */
export interface Rulebook {
  /**
   * What is in force, at most `rulesLagMs` late. A reader that must have seen the loading of a year
   * names it, and gets rules that hold it.
   * @throws Error when the year's content of that version is not there
   */
  now(seen?: YearVersion): Promise<RulesInForce>;
  /** A version never changes; undefined for one that was never proposed. */
  policy(version: number): Promise<Policy | undefined>;
}
