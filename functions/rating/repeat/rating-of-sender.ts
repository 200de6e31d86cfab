import type { Rating } from '../../../shared/domain/rating/rating.ts';
import type { RatingStore } from '../../../shared/port/rating/store.ts';
import { isOfSender } from './sender.ts';

/**
 * Returns the stored rating of that sender. Where the first one was ruled not to be the applicant's,
 * the one in its place has a sender too.
 */
export const ratingOfSender = async (
  first: Rating,
  sent: Rating,
  { ratings }: { readonly ratings: Pick<RatingStore, 'find'> },
): Promise<Rating | undefined> => {
  if (isOfSender(first, sent)) return first;
  if (first.contested !== 'upheld') return undefined;
  const second = await ratings.find({ ...sent, generation: 2 });
  return second && isOfSender(second, sent) ? second : undefined;
};
