import type { Step } from '../domain/step.ts';
import type { Ticket } from '../domain/ticket.ts';

export interface TicketPage {
  readonly tickets: readonly Ticket[];
  readonly cursor?: string | undefined;
}

export interface TicketScope {
  /** 6-digit area; the work list is kept by area, then department, then due time. */
  readonly area: string;
  readonly creditCode?: string | undefined;
}

export interface TicketStore {
  find(id: string): Promise<Ticket | undefined>;
  /** The whole audit chain, in order. */
  steps(id: string): Promise<readonly Step[]>;
  /** Tickets still open, the nearest deadline first within a department. */
  openIn(
    scope: TicketScope,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<TicketPage>;
}

/** Thrown for a cursor that no page of ours ended with. */
export class CursorRefused extends Error {}
