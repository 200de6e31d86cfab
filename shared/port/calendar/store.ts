import type { CalendarYear } from '../../domain/calendar/year.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A calendar year as somebody loaded it; versions of a year count from 1. */
export interface LoadedYear {
  readonly calendar: CalendarYear;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
}

/**
 * 重算: the work that a loaded year leaves behind: every ticket that it may touch goes onto the queue,
 * twice. The second round finds those opened meanwhile by a function that had not seen the year.
 */
export interface Recount {
  readonly year: number;
  readonly yearVersion: number;
  readonly state: 'running' | 'done';
  readonly round: 1 | 2;
  /** The round does not go on before this. */
  readonly notBefore: Instant;
  /** Where the round stands: how many lists of tickets are through, and the page within the next. */
  readonly listsDone: number;
  readonly cursor?: string | undefined;
  /** How many tickets were put on the queue so far. */
  readonly queued: number;
  readonly version: number;
}

/** Calendar years that were loaded, and what is left to do about them. */
export interface CalendarStore {
  /** The newest content of a year; undefined when none was loaded. */
  loaded(year: number): Promise<LoadedYear | undefined>;
  /** Every content a year ever had, oldest first. */
  history(year: number): Promise<readonly LoadedYear[]>;
  /**
   * Stores the year together with its recount, all or nothing, when `next` follows the version that
   * is there; what was there before is kept in the history.
   */
  load(next: LoadedYear): Promise<'saved' | 'conflict'>;
  recountOf(year: number, yearVersion: number): Promise<Recount | undefined>;
  /** Recounts that are not done. */
  unfinished(): Promise<readonly Recount[]>;
  /** Saves against the version before. */
  advance(next: Recount): Promise<'saved' | 'conflict'>;
}
