import { ratingName, stepName, tallyCounts } from './reconciliation.ts';
import type {
  CenterDay,
  FoundDifference,
  LocalDay,
  OwnRating,
  OwnStep,
  RatedRecord,
  StepRecord,
} from './reconciliation.ts';

/** A record as the center holds it, and how many times. */
export type HeldRecord<T> = T & { readonly creditCode: string; readonly times: number };

export interface HeldDay {
  readonly ratings: ReadonlyMap<string, HeldRecord<RatedRecord>>;
  readonly steps: ReadonlyMap<string, HeldRecord<StepRecord>>;
}

const heldBy = <T extends object>(
  records: readonly (T & { readonly creditCode: string })[],
  nameOf: (record: T) => string,
): ReadonlyMap<string, HeldRecord<T>> => {
  const times = tallyCounts(records.map((record) => [nameOf(record), 1] as const));
  return new Map(
    records.map((record) => {
      const name = nameOf(record);
      return [name, { ...record, times: times.get(name) ?? 1 }] as const;
    }),
  );
};

export const heldDay = ({ records }: CenterDay): HeldDay => ({
  ratings: heldBy<RatedRecord>(
    records.flatMap(({ creditCode, ratings }) => ratings.map((one) => ({ ...one, creditCode }))),
    ratingName,
  ),
  steps: heldBy<StepRecord>(
    records.flatMap(({ creditCode, steps }) => steps.map((one) => ({ ...one, creditCode }))),
    stepName,
  ),
});

const ratingSubject = ({ projectNo, serviceNumber, assessNumber }: RatedRecord) =>
  ({ of: 'rating', projectNo, serviceNumber, assessNumber }) as const;

const stepSubject = ({ ticketId, stepNumber }: StepRecord) =>
  ({ of: 'step', ticketId, stepNumber }) as const;

const factsOf = ({ satisfaction, assessTime }: RatedRecord) => ({ satisfaction, assessTime });

const ratingDiffers = (own: OwnRating, held: HeldRecord<RatedRecord>): boolean =>
  held.times > 1 ||
  held.creditCode !== own.creditCode ||
  held.satisfaction !== own.satisfaction ||
  held.assessTime !== own.assessTime;

const heldRating = (
  held: HeldRecord<RatedRecord>,
  own: OwnRating | undefined,
): readonly FoundDifference[] => {
  const { creditCode, times } = held;
  const subject = ratingSubject(held);
  if (own === undefined) {
    return [{ finding: 'unknown_here', subject, creditCode, theirs: factsOf(held) }];
  }
  if (!ratingDiffers(own, held)) return [];
  const ours = { ...factsOf(own), creditCode: own.creditCode, times: 1 };
  const theirs = { ...factsOf(held), creditCode, times };
  return [{ finding: 'differs', subject, creditCode: own.creditCode, ours, theirs }];
};

/**
 * Departments of a step are not compared: a transfer moves the ticket, but not what was already
 * sent.
 */
const heldStep = (
  held: HeldRecord<StepRecord>,
  own: OwnStep | undefined,
): readonly FoundDifference[] => {
  const { creditCode, times } = held;
  const subject = stepSubject(held);
  if (own === undefined) return [{ finding: 'unknown_here', subject, creditCode }];
  if (times === 1) return [];
  return [{ finding: 'differs', subject, creditCode, ours: { times: 1 }, theirs: { times } }];
};

/** Returns what the center holds that is unknown or different here. */
export const centerDifferences = (own: LocalDay, held: HeldDay): readonly FoundDifference[] => {
  const ratings = new Map(own.ratings.map((rating) => [ratingName(rating), rating]));
  const steps = new Map(own.steps.map((step) => [stepName(step), step]));
  return [
    ...[...held.ratings].flatMap(([name, one]) => heldRating(one, ratings.get(name))),
    ...[...held.steps].flatMap(([name, one]) => heldStep(one, steps.get(name))),
  ];
};

/** What the center should hold and does not, for the departments that were compared. */
export interface Absent {
  readonly ratings: readonly OwnRating[];
  readonly steps: readonly OwnStep[];
}

export const absentFrom = (own: LocalDay, { records }: CenterDay, held: HeldDay): Absent => {
  const lookedInto = new Set(records.map(({ creditCode }) => creditCode));
  const inScope = (one: { readonly creditCode: string }) => lookedInto.has(one.creditCode);
  return {
    ratings: own.ratings
      .filter((one) => one.reported && inScope(one))
      .filter((one) => !held.ratings.has(ratingName(one))),
    steps: own.steps.filter(inScope).filter((one) => !held.steps.has(stepName(one))),
  };
};
