import type { Case } from '../../domain/case/case.ts';
import type { Contest } from '../../domain/rating/contest/contest.ts';
import type { Invited } from '../../domain/rating/invited.ts';
import type { RatingKey } from '../../domain/rating/rating-key.ts';
import type { Rating } from '../../domain/rating/rating.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { CivilDate } from '../../domain/time/instant.ts';

/** 原始记录: everything from which figures are counted, by area (6 digits) and day in Shanghai. */
export interface DayRecords {
  /** Yields the cases finished on that day. */
  finished(area: string, day: CivilDate): AsyncIterable<Case>;
  /** Yields the contacts first invited on that day. */
  invited(area: string, day: CivilDate): AsyncIterable<Invited>;
  /**
   * Yields the ratings that arrived on that day, including follow-ups and upstream default ratings.
   */
  rated(area: string, day: CivilDate): AsyncIterable<Rating>;
  rating(key: RatingKey): Promise<Rating | undefined>;
  /** Yields the contests that were ruled on that day. */
  ruled(area: string, day: CivilDate): AsyncIterable<Contest>;
  /** Returns the tickets that exist. */
  tickets(ids: readonly string[]): Promise<readonly Ticket[]>;
}
