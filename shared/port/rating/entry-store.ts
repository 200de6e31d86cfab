import type { EntryNotice } from '../../domain/notice/notice.ts';
import type { EnteredChannel } from '../../domain/rating/channel.ts';
import type { Level } from '../../domain/rating/level.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/**
 * 代录: what staff recorded for a resident, waiting for a second person to compare it with its
 * source.
 */
export interface Entry {
  readonly id: string;
  /** `agreed`: the second person has confirmed it, and the rating is being written. */
  readonly state: 'awaiting' | 'agreed' | 'confirmed' | 'rejected';
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly channel: EnteredChannel;
  /** The number of the recording or form, encrypted: people put telephone numbers into it. */
  readonly sealedRecord?: string | undefined;
  /** The number in clear; only of an older release. */
  readonly record?: string | undefined;
  readonly level: Level;
  readonly tags: readonly string[];
  readonly sealedText?: string | undefined;
  readonly fingerprint: string;
  readonly contactConsent: boolean;
  readonly area: string;
  readonly enteredBy: string;
  /** Of the person who entered it, at that time; older releases did not record it. */
  readonly department?: string | undefined;
  readonly enteredAt: Instant;
  readonly checkedBy?: string | undefined;
  readonly checkedAt?: Instant | undefined;
  readonly version: number;
}

export interface EntryStore {
  /** Stores a new entry with its notices; returns the existing one when the record was entered before. */
  add(
    entry: Entry,
    notices: readonly EntryNotice[],
  ): Promise<{ ok: true } | { ok: false; existing: Entry }>;
  find(id: string): Promise<Entry | undefined>;
  /** `notices`: of a record that is entered anew. */
  save(next: Entry, notices?: readonly EntryNotice[]): Promise<'saved' | 'conflict'>;
  /**
   * Lists entries that await their second person, or are agreed and not yet a rating; oldest first.
   *
   * @throws CursorRefused
   */
  awaitingIn(area: string, page: Paging<Entry>): Promise<Page<Entry>>;
}
