import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readReceipt } from '../../../shared/http/receipt.ts';
import type { RatingDeps } from '../receive-rating.ts';

/** Returns the first rating of a receipt; no rating of another generation. */
export const ratingOfReceipt = async (
  receipt: string,
  { keys, ratings }: Pick<RatingDeps, 'keys' | 'ratings'>,
): Promise<Rating> => {
  const key = await readReceipt(keys, receipt);
  const rating = key && (await ratings.find({ ...key, assessNumber: 1 }));
  if (rating === undefined || rating.generation !== key?.generation)
    throw new Problem('receipt_unknown');
  return rating;
};
