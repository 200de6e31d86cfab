/** What is counted again, because a year was loaded: an open ticket, or the promise of a case. */
export type RecountSubject = { readonly ticketId: string } | { readonly projectNo: string };

export type RecountOrder = RecountSubject & {
  readonly year: number;
  /** The content that the count must have seen. */
  readonly yearVersion: number;
};

export const subjectId = (subject: RecountSubject): string =>
  'ticketId' in subject ? subject.ticketId : subject.projectNo;

/** Where the orders of a recount go. Each may arrive more than once, and in any order. */
export interface RecountPublisher {
  /** The ids of what could not be handed over; empty when all was. */
  order(orders: readonly RecountOrder[]): Promise<readonly string[]>;
}
