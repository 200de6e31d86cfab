import type { Delivery } from '../../domain/notice/delivery.ts';
import type { Box, Notice } from '../../domain/notice/notice.ts';
import type { Page, PagePlace } from '../page.ts';

/** A notice and what became of it at each webhook and robot. */
export interface NoticeFile {
  readonly notice: Notice;
  readonly deliveries: readonly Delivery[];
}

/**
 * The outbox and the inboxes. A notice is born in the transaction of the decision it tells of (ticket
 * and rating store), waits in the due index until it is sent or silenced, and stands in its box from
 * the moment it is sent.
 */
export interface NoticeStore {
  /** As it is now, not as an index remembers it. */
  find(id: string): Promise<NoticeFile | undefined>;
  /**
   * Saves a notice against the version before it, together with the deliveries it sets off: all or
   * nothing, so that a sent notice cannot be without them.
   */
  save(next: Notice, begun?: readonly Delivery[]): Promise<'saved' | 'conflict'>;
  saveDelivery(next: Delivery): Promise<'saved' | 'conflict'>;
  /**
   * The sent notices of a box, the newest first.
   * @throws CursorRefused
   */
  inBox(box: Box, page: PagePlace): Promise<Page<Notice>>;
  /** Deliveries to that webhook that were given up, the oldest first. */
  failedAt(webhookId: string, limit: number): Promise<readonly Delivery[]>;
}
