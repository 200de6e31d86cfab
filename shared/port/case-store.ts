import type { Case } from '../domain/case.ts';
import type { Instant } from '../domain/time.ts';

/** What stands on show at a window: the contact that may be rated there now. */
export interface OnShow {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly at: Instant;
}

export interface WindowKey {
  readonly hall: string;
  readonly window: string;
}

/** Cases, and which contact each window shows. */
export interface CaseStore {
  find(projectNo: string): Promise<Case | undefined>;
  /**
   * Saves `next` when the stored version is the one before it (none for version 1); `conflict` when
   * another writer was faster: read again and decide again.
   */
  save(next: Case): Promise<'saved' | 'conflict'>;
  /** Puts a contact on show at its window, unless a later one is there already. */
  show(at: WindowKey, contact: OnShow): Promise<void>;
  shownAt(at: WindowKey): Promise<OnShow | undefined>;
}
