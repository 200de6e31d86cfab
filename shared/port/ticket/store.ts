import type { Notice } from '../../domain/notice/notice.ts';
import type { TicketEvent } from '../../domain/ticket/event/event.ts';
import type { Step } from '../../domain/ticket/step/step.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Page, Paging } from '../page.ts';

export interface TicketScope {
  /** 6-digit area; the work list is sorted by area, then department, then due time. */
  readonly area: string;
  readonly creditCode?: string | undefined;
}

/** What a decision changes; written all or nothing. */
export interface TicketChange {
  readonly next: Ticket;
  readonly events: readonly TicketEvent[];
  readonly notices: readonly Notice[];
}

export interface TicketStore {
  find(id: string): Promise<Ticket | undefined>;
  /** Returns the whole audit chain, in order. */
  steps(id: string): Promise<readonly Step[]>;
  /**
   * Saves `next` against its previous version, links the events after the last step stored, and puts
   * the notices into the outbox: all or nothing. `conflict` when another writer was faster: read
   * again and decide again. A repeated call after a lost response writes nothing twice.
   */
  save(
    next: Ticket,
    events: readonly TicketEvent[],
    notices: readonly Notice[],
  ): Promise<'saved' | 'conflict'>;
  /**
   * Lists tickets that are still open, nearest deadline first within a department.
   *
   * @throws CursorRefused
   */
  openIn(scope: TicketScope, page: Paging<Ticket>): Promise<Page<Ticket>>;
  /**
   * Lists closed and dismissed tickets that ended in that month (`YYYY-MM`, Shanghai), by
   * department.
   *
   * @throws CursorRefused
   */
  endedIn(
    scope: TicketScope & { readonly month: string },
    page: Paging<Ticket>,
  ): Promise<Page<Ticket>>;
}
