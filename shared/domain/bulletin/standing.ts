import { measures } from '../figures/measure.table.ts';
import type { Measure, MeasureName } from '../figures/measure.table.ts';
import { averageScore, ratesOf } from '../figures/measure.ts';
import type { Rate } from '../figures/measure.ts';
import { byPlace, placesOf } from '../figures/ranking.ts';
import type { Best, Place } from '../figures/ranking.ts';
import type { Counts } from '../figures/slot.ts';
import type { Level } from '../rating/level.ts';
import type { Language } from '../text/language.ts';
import { compareTexts } from '../text/order.ts';

/** What is ranked: every published rate, and the average score. */
export type Ranked = MeasureName | 'score';

export const rankedMeasures: readonly Ranked[] = [
  'good',
  'score',
  'participation',
  ...(Object.keys(measures) as MeasureName[]).filter(
    (name) => name !== 'good' && name !== 'participation',
  ),
];

/** An area, a department or a matter with its counts of the month. */
export interface Counted {
  readonly id: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly counts: Counts;
}

export type Rates = Readonly<Record<Ranked, Rate>>;

/** One row of a ranking table: every measure with its rank among the others. */
export interface Standing extends Counted {
  readonly places: Readonly<Record<Ranked, Place>>;
}

export const allRates = (counts: Counts, scores: Readonly<Record<Level, number>>): Rates => ({
  ...ratesOf(counts),
  score: averageScore(counts, scores),
});

const bestOf = (name: Ranked): Best => {
  const known: Readonly<Partial<Record<Ranked, Measure>>> = measures;
  return known[name]?.best ?? 'high';
};

/** Returns the rows in the order of `counted`. */
export const standingsOf = (
  counted: readonly Counted[],
  scores: Readonly<Record<Level, number>>,
): readonly Standing[] => {
  const rates = counted.map(({ counts }) => allRates(counts, scores));
  const places = rankedMeasures.map(
    (name) =>
      [
        name,
        placesOf(
          rates.map((of) => of[name]),
          bestOf(name),
        ),
      ] as const,
  );
  return counted.map((one, index) => ({
    ...one,
    places: Object.fromEntries(
      places.map(([name, all]) => [name, all[index]]),
    ) as Standing['places'],
  }));
};

/** Returns the rows in the order of their rank in one measure. */
export const inRank = (standings: readonly Standing[], by: Ranked): readonly Standing[] =>
  standings.toSorted((a, b) => byPlace(a.places[by], b.places[by]) || compareTexts(a.id, b.id));
