import type { Instant } from '../domain/time.ts';

/** 通知: a line in a department's inbox. Nothing personal; the ticket says the rest. */
export interface Notice {
  /** Derived from what it announces, so that a repeat is the same notice. */
  readonly id: string;
  readonly to: { readonly creditCode: string; readonly area: string };
  readonly type: 'ticket_opened';
  readonly ticketId: string;
  readonly at: Instant;
}

export interface Inbox {
  /** Stores the notice once; a repeat changes nothing. */
  deliver(notice: Notice): Promise<'delivered' | 'repeat'>;
  of(
    creditCode: string,
    page: { limit: number; before?: string | undefined },
  ): Promise<readonly Notice[]>;
}

/** Where a stage puts what it has to announce; delivery is another stage's work. */
export interface NoticeOutlet {
  /** The ids of the notices that could not be handed over; empty when all were. */
  announce(notices: readonly Notice[]): Promise<readonly string[]>;
}
