import type { Delivery } from '../../domain/notice/delivery.ts';
import type { Box, Notice } from '../../domain/notice/notice.ts';
import type { Page, PagePlace } from '../page.ts';

/** A notice and its deliveries to webhooks and robots. */
export interface NoticeFile {
  readonly notice: Notice;
  readonly deliveries: readonly Delivery[];
}

/**
 * The outbox and the inboxes. A notice is created in the transaction of its decision (ticket and
 * rating store), waits in the due index until it is sent or suppressed, and is in its inbox from
 * the moment it is sent.
 */
export interface NoticeStore {
  /** Returns the current item, not the copy in an index. */
  find(id: string): Promise<NoticeFile | undefined>;
  /**
   * Saves a notice against its previous version, together with the deliveries it starts: all or
   * nothing, so that a sent notice always has them.
   */
  save(next: Notice, begun?: readonly Delivery[]): Promise<'saved' | 'conflict'>;
  saveDelivery(next: Delivery): Promise<'saved' | 'conflict'>;
  /**
   * Returns the sent notices of an inbox, newest first.
   *
   * @throws CursorRefused
   */
  inBox(box: Box, page: PagePlace): Promise<Page<Notice>>;
  /** Returns deliveries to that webhook that were given up, oldest first. */
  failedAt(webhookId: string, limit: number): Promise<readonly Delivery[]>;
}
