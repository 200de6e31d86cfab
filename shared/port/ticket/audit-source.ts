import type { Rating } from '../../domain/rating/rating.ts';
import type { Step } from '../../domain/ticket/step/step.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { CivilDate } from '../../domain/time/instant.ts';
import type { Month } from '../../domain/time/month.ts';

/** Everything that is stored about one ticket, as somebody with access to the table left it. */
export interface TicketItems {
  /** Undefined when there is none, or it cannot be read. */
  readonly ticket?: Ticket | undefined;
  /** The readable steps, in order. */
  readonly steps: readonly Step[];
  /** The readable ratings of the contact. */
  readonly ratings: readonly Rating[];
  /** Sort keys of items that do not fit their schema. */
  readonly unreadable: readonly string[];
  /** Sort keys of items of another ticket, or that are not on their lists, or expire. */
  readonly misplaced: readonly string[];
}

/** A list of tickets: with a step on a day, open in an area, or ended in a month. */
export type TicketList =
  | { readonly of: 'changed'; readonly day: CivilDate }
  | { readonly of: 'open'; readonly area: string }
  | { readonly of: 'ended'; readonly area: string; readonly month: Month };

/** Reads tickets without trusting what is stored: never throws for what an item contains. */
export interface AuditSource {
  itemsOf(ticketId: string): Promise<TicketItems>;
  /** Returns the ids of the tickets of a list, also of those that cannot be read. */
  idsIn(list: TicketList): Promise<readonly string[]>;
}
