import type { Rate } from './measure.ts';

/** Whether a place near the top has much or little of it. */
export type Best = 'high' | 'low';

export interface Place {
  /** Null where nothing could be rated: such a one has no rank and is not the last either. */
  readonly rank: number | null;
  readonly rate: Rate;
}

/** Sums of scores with decimals differ in the last binary digit though they are equal. */
const tolerance = 1e-14;

/** Below 0 when `a` is less: by the whole numbers behind both rates, never by their rounded values. */
export const compareRates = (a: Rate, b: Rate): number => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  const apart = left - right;
  return Math.abs(apart) <= tolerance * Math.max(Math.abs(left), Math.abs(right)) ? 0 : apart;
};

const inOrder = (best: Best) => (a: Rate, b: Rate) =>
  best === 'high' ? compareRates(b, a) : compareRates(a, b);

/**
 * 排名 with ties: equal rates share a rank and the next one is as far down as there are better ones
 * (1, 2, 2, 4). Answers one place for each rate, in the order of `rates`.
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

/** By rank; of those that share one, what rests on more ratings first; without a rank at the end. */
export const byPlace = (a: Place, b: Place): number =>
  (a.rank ?? last) - (b.rank ?? last) || b.rate.denominator - a.rate.denominator;
