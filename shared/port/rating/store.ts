import type { Case } from '../../domain/case/case.ts';
import type { GenerationKey } from '../../domain/rating/rating-key.ts';
import type { Rating } from '../../domain/rating/rating.ts';
import type { Opening } from '../../domain/ticket/opening.ts';
import type { TicketChange } from '../ticket/store.ts';

export type Recorded =
  | { readonly ok: true }
  /** A rating of that contact existed already; nothing was written. */
  | { readonly ok: false; readonly existing: Rating };

/** A case with the ratings of its applicant, read in one query. */
interface RatedCase {
  readonly known: Case;
  /**
   * By contact, first ratings before follow-ups, of every generation; without default ratings.
   */
  readonly ratings: readonly Rating[];
}

/**
 * Stores ratings. What one says is written once; by design there is no way to change or delete it.
 */
export interface RatingStore {
  /**
   * Writes the rating together with the ticket it opens, the ticket's first step and the notices:
   * all or nothing. Of any number of concurrent writers for one contact exactly one gets `ok:
   * true`. A default rating (`origin`) is stored beside the resident's own, at most one of each.
   */
  record(rating: Rating, opening: Opening | undefined): Promise<Recorded>;
  /**
   * Writes a follow-up together with its changes to the ticket: all or nothing. `conflict` when
   * there is a follow-up already or the ticket has changed: read again and decide again.
   */
  follow(rating: Rating, change: TicketChange): Promise<'saved' | 'conflict'>;
  /** Returns the resident's rating of that generation, by default the first; never a default one. */
  find(key: GenerationKey): Promise<Rating | undefined>;
  /** Returns undefined while the case itself does not exist, even if ratings of it do. */
  ofCase(projectNo: string): Promise<RatedCase | undefined>;
}
