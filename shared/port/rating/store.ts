import type { Case } from '../../domain/case/case.ts';
import type { Rating, RatingKey } from '../../domain/rating/rating.ts';
import type { Opening } from '../../domain/ticket/opening.ts';
import type { TicketChange } from '../ticket/store.ts';

export type Recorded =
  | { readonly ok: true }
  /** A rating of that contact was there first; nothing was written. */
  | { readonly ok: false; readonly existing: Rating };

/** A case with what its applicant said of it, read in one query. */
export interface RatedCase {
  readonly known: Case;
  /** By contact, first ratings before follow-ups; none by default. */
  readonly ratings: readonly Rating[];
}

/** Ratings are written once. There is no way to change or delete one, on purpose. */
export interface RatingStore {
  /**
   * Writes the rating, and with it the ticket it opens, the ticket's first step and who is told of
   * it: all or nothing. Of any number of writers for one contact exactly one gets `ok: true`. A
   * rating by default (`origin`) stands beside the resident's own, one of each at most.
   */
  record(rating: Rating, opening: Opening | undefined): Promise<Recorded>;
  /**
   * Writes a follow-up together with what it changes on its ticket: all or nothing. `conflict` when
   * there is a follow-up already or the ticket has changed: read again and decide again.
   */
  follow(rating: Rating, change: TicketChange): Promise<'saved' | 'conflict'>;
  /** What the resident said; never a rating by default. */
  find(key: RatingKey): Promise<Rating | undefined>;
  /** Undefined while the case itself is not there, whatever was rated of it. */
  ofCase(projectNo: string): Promise<RatedCase | undefined>;
}
