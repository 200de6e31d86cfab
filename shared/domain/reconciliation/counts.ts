import { bucketName, ratingName, tallyCounts } from './reconciliation.ts';
import type {
  CenterDay,
  CenterRecords,
  FoundDifference,
  LocalDay,
  RatingCount,
} from './reconciliation.ts';
import type { HeldDay } from './records.ts';

type Bucket = Omit<RatingCount, 'count'>;

/** Groups buckets that differ in the channel only, because records do not name their channel. */
const groupName = ({ creditCode, satisfaction, assessNumber }: Omit<Bucket, 'channel'>): string =>
  [creditCode, satisfaction, assessNumber].join('.');

/**
 * Returns the local ratings that the center holds, with the center's values and the locally known
 * channel.
 */
const heldOfOurs = (own: LocalDay, held: HeldDay): readonly RatingCount[] =>
  own.ratings.flatMap((rating) => {
    const at = held.ratings.get(ratingName(rating));
    if (at === undefined) return [];
    const { creditCode, satisfaction, assessNumber, times } = at;
    return [{ creditCode, satisfaction, assessNumber, channel: rating.channel, count: times }];
  });

interface Residual extends Bucket {
  readonly ours: number;
  readonly theirs: number;
}

const computeResiduals = (
  known: readonly RatingCount[],
  counted: readonly RatingCount[],
): readonly Residual[] => {
  const ours = tallyCounts(known.map((one) => [bucketName(one), one.count] as const));
  const theirs = tallyCounts(counted.map((one) => [bucketName(one), one.count] as const));
  const buckets = new Map([...known, ...counted].map((one) => [bucketName(one), one]));
  return [...buckets].map(([name, { count: _count, ...bucket }]) => ({
    ...bucket,
    ours: ours.get(name) ?? 0,
    theirs: theirs.get(name) ?? 0,
  }));
};

/**
 * Records that only the center has may be of any channel; everything else that it counts must be a
 * local rating. A group for which this does not add up is reported by its counts.
 */
const findUnexplained = (group: readonly Residual[], unknown: number): readonly Residual[] => {
  const over = group.map(({ ours, theirs }) => theirs - ours);
  const sum = over.reduce((all, one) => all + one, 0);
  if (sum === unknown && over.every((one) => one >= 0)) return [];
  return group.filter(({ ours, theirs }) => ours !== theirs);
};

const ratingCountDiffers = ({ ours, theirs, creditCode, ...bucket }: Residual) =>
  ({
    finding: 'differs',
    subject: { of: 'rating_count', ...bucket },
    creditCode,
    ours: { count: ours },
    theirs: { count: theirs },
  }) as const satisfies FoundDifference;

const ratingCounts = (
  own: LocalDay,
  { counts, records }: CenterDay,
  held: HeldDay,
): readonly FoundDifference[] => {
  const lookedInto = new Set(records.map(({ creditCode }) => creditCode));
  const counted = counts.ratings.filter(({ creditCode }) => lookedInto.has(creditCode));
  const ours = new Set(own.ratings.map(ratingName));
  const strange = tallyCounts(
    [...held.ratings]
      .filter(([name]) => !ours.has(name))
      .map(([, one]) => [groupName(one), one.times] as const),
  );
  const groups = Map.groupBy(computeResiduals(heldOfOurs(own, held), counted), groupName);
  // A group with records but without counts at the center is reported by its records.
  return [...groups]
    .flatMap(([name, group]) => findUnexplained(group, strange.get(name) ?? 0))
    .map(ratingCountDiffers);
};

/** A center whose number of steps differs from the steps it lists contradicts itself. */
const stepCounts = ({ counts, records }: CenterDay): readonly FoundDifference[] => {
  const counted = tallyCounts(counts.steps.map((row) => [row.creditCode, row.count] as const));
  return records
    .map(({ creditCode, steps }: CenterRecords) => ({
      creditCode,
      shown: steps.length,
      count: counted.get(creditCode) ?? 0,
    }))
    .filter(({ shown, count }) => shown !== count)
    .map(({ creditCode, shown, count }) => ({
      finding: 'differs',
      subject: { of: 'step_count' },
      creditCode,
      ours: { shown },
      theirs: { count },
    }));
};

/**
 * Returns counts that no single record explains: another channel, or a center that contradicts
 * itself.
 */
export const countDifferences = (
  own: LocalDay,
  center: CenterDay,
  held: HeldDay,
): readonly FoundDifference[] => [...ratingCounts(own, center, held), ...stepCounts(center)];
