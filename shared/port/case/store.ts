import type { Case } from '../../domain/case/case.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/** What a window shows: the contact that may be rated there now. */
export interface OnShow {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly at: Instant;
}

export interface WindowKey {
  readonly hall: string;
  readonly window: string;
}

/**
 * Promised cases that are not finished: those whose light had turned yellow by a moment, sorted by
 * when it did; those whose due moment waits for a calendar; or all, sorted by when their light
 * turns. The light is the stored one: it follows a new calendar once the recount has reached its
 * case.
 */
export type PromisedList =
  | { readonly area: string; readonly turnedBy?: Instant | undefined }
  | { readonly area: string; readonly awaiting: 'calendar' };

/** Stores cases, and which contact each window shows. */
export interface CaseStore {
  find(projectNo: string): Promise<Case | undefined>;
  /**
   * Saves `next` when the stored version is the one before it (none for version 1). `conflict` when
   * another writer was faster: read again and decide again.
   */
  save(next: Case): Promise<'saved' | 'conflict'>;
  /** @throws CursorRefused */
  promised(list: PromisedList, page: Paging<Case>): Promise<Page<Case>>;
  /** Notes a contact at its window, which shows its latest one. */
  putCurrentContact(at: WindowKey, contact: OnShow): Promise<void>;
  shownAt(at: WindowKey): Promise<OnShow | undefined>;
  /** Returns the contacts of a window in a span, both ends included, in order. */
  contactsAt(
    at: WindowKey,
    span: { readonly from: Instant; readonly to: Instant },
  ): Promise<readonly OnShow[]>;
}
