import type { Rate } from './measure.ts';

/** Whether the best rank is the highest or the lowest value. */
export type Best = 'high' | 'low';

export interface Place {
  /** Null when nothing could be rated: such an entry has no rank and is not last either. */
  readonly rank: number | null;
  readonly rate: Rate;
}

/** Sums of scores with decimals may differ in the last binary digit although they are equal. */
const tolerance = 5e-15;

/**
 * Compares two rates; negative when `a` is less. Uses the whole numbers behind both rates, never
 * their rounded values.
 */
export const compareRates = (a: Rate, b: Rate): number => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  const apart = left - right;
  return Math.abs(apart) <= tolerance * Math.abs(left + right) ? 0 : apart;
};

const inOrder = (best: Best) => (a: Rate, b: Rate) =>
  best === 'high' ? compareRates(b, a) : compareRates(a, b);

/**
 * Returns 排名 with ties: equal rates share a rank, and the next rank is the number of better rates
 * plus one (1, 2, 2, 4). Returns one place for each rate, in the order of `rates`.
 */
export const placesOf = (rates: readonly Rate[], best: Best): readonly Place[] => {
  const order = inOrder(best);
  const ranked = rates.filter(({ denominator }) => denominator > 0).toSorted(order);
  return rates.map((rate) => {
    if (!(rate.denominator > 0)) return { rank: null, rate };
    return { rank: 1 + ranked.findIndex((other) => order(other, rate) === 0), rate };
  });
};

const last = Number.MAX_SAFE_INTEGER;

/**
 * Compares by rank. Within one rank, the place with more ratings comes first; places without a rank
 * come last.
 */
export const byPlace = (a: Place, b: Place): number =>
  (a.rank ?? last) - (b.rank ?? last) || b.rate.denominator - a.rate.denominator;
