import type { Level } from '../../../../shared/domain/rating/level.ts';

/** What a resident says in a rating. */
export interface RatingWords {
  readonly level: Level;
  readonly tags?: readonly string[];
  readonly text?: string;
  readonly contactConsent?: boolean;
}

/** Whether the service opens a ticket for the rating. */
export const isBadRating = ({ level }: RatingWords): boolean => level.includes('dissatisfied');
