import type { CalendarYear } from '../../domain/calendar/year.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { IndicatorTable } from '../../domain/rating/indicator.ts';
import type { Calendar } from '../../domain/time/working-days.ts';

/** One version of a calendar year; the year that is shipped has version 0. */
export interface YearVersion {
  readonly year: number;
  readonly version: number;
}

export interface RulesInForce {
  /** The policy for tickets that open now. */
  readonly policy: Policy;
  /** The newest content of every known year. */
  readonly calendarYears: readonly CalendarYear[];
  /** The calendar built from these years. */
  readonly calendar: Calendar;
  /** 评价指标表, for new ratings and to read those of the past. */
  readonly indicators: IndicatorTable;
}

/** For this long, in milliseconds, a reader may still use the rules that were in force before. */
export const rulesLagMs = 60_000;

/**
 * 规则库: the rules for every decision. Repeated reads cost nothing until the last read is older
 * than `rulesLagMs`; any number of concurrent readers cause one read of the table.
 */
export interface Rulebook {
  /**
   * Returns what is in force, at most `rulesLagMs` late. A reader that must include a loaded year
   * names it, and gets rules that contain it.
   *
   * @throws Error when that version of the year does not exist
   */
  now(seen?: YearVersion): Promise<RulesInForce>;
  /**
   * Returns what is in force when it is called, by a read of the table: for a reader to whom
   * something was shown that its rules do not have.
   */
  latest(): Promise<RulesInForce>;
  /** Returns a policy. A version never changes; undefined for one that was never proposed. */
  policy(version: number): Promise<Policy | undefined>;
}
