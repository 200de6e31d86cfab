import { levels } from '../rating/level.ts';
import type { Level } from '../rating/level.ts';
import { measures } from './measure.table.ts';
import type { Measure, MeasureName } from './measure.table.ts';
import type { Counts, Slot } from './slot.ts';

/** A rate with the numbers it is computed from; `value` is null when nothing could be rated. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** 0…1, above 1 only where the measure's note says so; rounded to 6 digits. */
  readonly value: number | null;
}

const sumSlots = (counts: Counts, slots: readonly Slot[] | undefined): number =>
  slots?.reduce((sum, slot) => sum + (counts[slot] ?? 0), 0) ?? 0;

/** Returns the rate of a part in its whole. */
export const shareOf = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  value: denominator > 0 ? Math.round((numerator / denominator) * 1e6) / 1e6 : null,
});

export const rateOf = (measure: Measure, counts: Counts): Rate => {
  const numerator = sumSlots(counts, measure.numerator) - sumSlots(counts, measure.numeratorLess);
  const denominator =
    sumSlots(counts, measure.denominator) - sumSlots(counts, measure.denominatorLess);
  return shareOf(numerator, denominator);
};

export const ratesOf = (counts: Counts): Readonly<Record<MeasureName, Rate>> =>
  Object.fromEntries(
    Object.entries(measures).map(([name, measure]) => [name, rateOf(measure, counts)]),
  ) as Record<MeasureName, Rate>;

/** Returns 平均分: the sum of the scores and the number of ratings; `value` has two decimals. */
export const averageScore = (counts: Counts, scores: Readonly<Record<Level, number>>): Rate => {
  const countRated = (level: Level): number => counts[`rated:${level}`] ?? 0;
  const numerator = levels.reduce((sum, level) => sum + scores[level] * countRated(level), 0);
  const denominator = levels.reduce((sum, level) => sum + countRated(level), 0);
  const value = denominator > 0 ? Math.round((numerator / denominator) * 100) / 100 : null;
  return { numerator, denominator, value };
};
