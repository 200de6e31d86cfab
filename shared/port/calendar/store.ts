import type { Signed } from '../../domain/access/signed.ts';
import type { CalendarYear } from '../../domain/calendar/year.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A calendar year as a person loaded it; versions of a year start at 1. */
export interface LoadedYear extends Signed {
  readonly calendar: CalendarYear;
  readonly version: number;
}

/**
 * 重算: the work that a loaded year causes. Every ticket that it may affect goes onto the queue,
 * twice. The second round finds the tickets opened in the meantime by a function that had not read
 * the year.
 */
export interface Recount {
  readonly year: number;
  readonly yearVersion: number;
  readonly state: 'running' | 'done';
  readonly round: 1 | 2;
  /** The round does not continue before this moment. */
  readonly notBefore: Instant;
  /**
   * Progress of the round: how many lists of tickets are done, and the page within the next one.
   */
  readonly listsDone: number;
  /** The areas of the round, as listed when it began, so that its lists keep their places. */
  readonly areas?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  /** How many tickets have been queued so far. */
  readonly queued: number;
  readonly version: number;
}

/** Stores the loaded calendar years, and the work that remains because of them. */
export interface CalendarStore {
  /** Returns the newest content of a year; undefined when none was loaded. */
  loaded(year: number): Promise<LoadedYear | undefined>;
  /** Returns every content that a year ever had, oldest first. */
  history(year: number): Promise<readonly LoadedYear[]>;
  /**
   * Stores the year together with its recount, all or nothing, when `next` follows the stored
   * version. The earlier content is kept in the history.
   */
  load(next: LoadedYear): Promise<'saved' | 'conflict'>;
  recountOf(year: number, yearVersion: number): Promise<Recount | undefined>;
  /** Returns the recounts that are not done. */
  unfinished(): Promise<readonly Recount[]>;
  /** Saves against the previous version. */
  advance(next: Recount): Promise<'saved' | 'conflict'>;
}
