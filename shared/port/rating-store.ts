import type { Rating, RatingKey } from '../domain/rating.ts';
import type { OpenedTicket } from '../domain/ticket.ts';

export type Recorded =
  | { readonly ok: true }
  /** A rating of that contact was there first; nothing was written. */
  | { readonly ok: false; readonly existing: Rating };

/** Ratings are written once. There is no way to change or delete one, on purpose. */
export interface RatingStore {
  /**
   * Writes the rating, and with it the ticket it opens and the ticket's first step: all or nothing.
   * Of any number of writers for one contact exactly one gets `ok: true`.
   */
  record(rating: Rating, opened: OpenedTicket | undefined): Promise<Recorded>;
  find(key: RatingKey): Promise<Rating | undefined>;
}
