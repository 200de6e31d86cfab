import type { Approval } from '../../domain/access/approval.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Page, Paging } from '../page.ts';

/** Stores what was proposed, and who decided it. */
export interface ApprovalStore {
  find(id: string): Promise<Approval | undefined>;
  /**
   * Saves against the previous version, together with new notices: all or nothing. Version 1 must be
   * new.
   */
  save(next: Approval, notices?: readonly Notice[]): Promise<'saved' | 'conflict'>;
  /**
   * Lists those that somebody still has to decide or to carry out, or those that ended; the oldest
   * first.
   *
   * @throws CursorRefused
   */
  listed(list: 'open' | 'ended', page: Paging<Approval>): Promise<Page<Approval>>;
}
