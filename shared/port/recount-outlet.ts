/** One open ticket that is to be counted again, because a year was loaded. */
export interface RecountOrder {
  readonly ticketId: string;
  readonly year: number;
  /** The content that the count must have seen. */
  readonly yearVersion: number;
}

/** Where the orders of a recount go. Each may arrive more than once, and in any order. */
export interface RecountOutlet {
  /** The ids of the tickets whose orders could not be handed over; empty when all were. */
  order(orders: readonly RecountOrder[]): Promise<readonly string[]>;
}
