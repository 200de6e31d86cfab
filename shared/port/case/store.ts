import type { Case } from '../../domain/case/case.ts';
import type { CivilDate, Instant } from '../../domain/time/instant.ts';
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
 * Cases that are not finished and have a promise, a step with a term, or an irregular step: those
 * that needed attention by a moment (a light had turned yellow, the term of a step had run out, or a
 * step was irregular), sorted by when they first did; those whose promise is suspended; those whose
 * due moment waits for a calendar; or all. The moments are the stored ones: they follow a new
 * calendar once the recount has reached their case.
 */
export type PromisedList =
  | { readonly area: string; readonly turnedBy?: Instant | undefined }
  | { readonly area: string; readonly awaiting: 'calendar' | 'resumption' };

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
  /**
   * Returns the cases of an area that were finished on a day in Shanghai, by department and moment.
   *
   * @throws CursorRefused
   */
  finished(
    list: { readonly area: string; readonly day: CivilDate },
    page: Paging<Case>,
  ): Promise<Page<Case>>;
  /** Notes a contact at its window, which shows its latest one. */
  putCurrentContact(at: WindowKey, contact: OnShow): Promise<void>;
  shownAt(at: WindowKey): Promise<OnShow | undefined>;
  /** Returns the contacts of a window in a span, both ends included, in order. */
  contactsAt(
    at: WindowKey,
    span: { readonly from: Instant; readonly to: Instant },
  ): Promise<readonly OnShow[]>;
}
