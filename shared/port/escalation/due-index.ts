import type { CivilDate, Instant } from '../../domain/time/instant.ts';

/** Something that wants to be looked at: a ticket, or a notice that waits. */
export interface DueEntry {
  readonly of: 'ticket' | 'notice';
  readonly id: string;
  readonly at: Instant;
}

export interface DuePage {
  readonly entries: readonly DueEntry[];
  /** Present when the day holds more up to the asked moment. */
  readonly next?: DuePosition | undefined;
}

/** Where a page ended; handed back as it came. */
export type DuePosition = Readonly<Record<string, unknown>>;

/**
 * What is due, in buckets of one civil day. An entry is there exactly while its ticket or notice
 * waits for that moment, so a bucket that is past and empty stays empty, but for writers that were
 * under way at midnight. A failed read is thrown; it is never an empty page.
 */
export interface DueIndex {
  /** The day's entries up to and including `until`, the earliest first. */
  dueOn(
    day: CivilDate,
    until: Instant,
    page?: { readonly limit?: number; readonly after?: DuePosition | undefined },
  ): Promise<DuePage>;
  /** The first day that may still hold something; undefined before the first sweep. */
  openFrom(): Promise<CivilDate | undefined>;
  /** Every day before `day` is finished. Never goes back, whoever comes late. */
  finishedBefore(day: CivilDate): Promise<void>;
}
