/** What is recounted because a year was loaded: an open ticket, or the promise of a case. */
export type RecountSubject = { readonly ticketId: string } | { readonly projectNo: string };

export type RecountOrder = RecountSubject & {
  readonly year: number;
  /** The version of the year that the recount must have read. */
  readonly yearVersion: number;
};

export const subjectId = (subject: RecountSubject): string =>
  'ticketId' in subject ? subject.ticketId : subject.projectNo;

/** Publishes the orders of a recount. Each may arrive more than once, and in any order. */
export interface RecountPublisher {
  /** Returns the ids of the orders that could not be published; empty when all were. */
  order(orders: readonly RecountOrder[]): Promise<readonly string[]>;
}
