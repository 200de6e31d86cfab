import type { CivilDate, Instant } from '../../domain/time/instant.ts';

/** A ticket, a waiting notice or a planned message that has to be processed. */
export interface DueEntry {
  readonly of: 'ticket' | 'notice' | 'message';
  readonly id: string;
  readonly at: Instant;
}

export interface DuePage {
  readonly entries: readonly DueEntry[];
  /** Present when the day has more entries up to the requested moment. */
  readonly next?: DuePosition | undefined;
}

/** Where a page ended; passed back unchanged. */
type DuePosition = Readonly<Record<string, unknown>>;

/**
 * What is due, in buckets of one civil day. An entry exists exactly while its ticket or notice
 * waits for that moment, so a past and empty bucket stays empty, except for writers that were
 * active at midnight. A failed read throws; it never returns an empty page.
 */
export interface DueIndex {
  /** Returns the day's entries up to and including `until`, earliest first. */
  dueOn(
    day: CivilDate,
    until: Instant,
    page?: { readonly limit?: number; readonly after?: DuePosition | undefined },
  ): Promise<DuePage>;
  /** Returns the first day that may still have entries; undefined before the first sweep. */
  firstUnfinishedDay(): Promise<CivilDate | undefined>;
  /**
   * Records that every day before `day` is finished. Never moves back, even when a slower sweep
   * calls late.
   */
  advanceCursor(day: CivilDate): Promise<void>;
}
