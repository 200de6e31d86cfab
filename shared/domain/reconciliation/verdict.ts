import type { Instant } from '../time/instant.ts';
import { countDifferences } from './counts.ts';
import { ratingName, stepName } from './reconciliation.ts';
import type {
  CenterDay,
  DifferenceKind,
  FoundDifference,
  LocalDay,
  OwnRating,
} from './reconciliation.ts';
import { absentFrom, heldDay, centerDifferences } from './records.ts';
import type { Absent } from './records.ts';

/** What the stored receipts say of a record that the center does not hold. */
export type Fate =
  | { readonly state: 'pending' }
  /** Refused itself, or waits for a refused one; `reason` is the center's. */
  | { readonly state: 'rejected'; readonly reason: string }
  | { readonly state: 'accepted'; readonly at: Instant }
  | { readonly state: 'withdrawn' };

/** Keyed by `ratingName` or `stepName`; a record without an entry was never sent. */
export type Fates = ReadonlyMap<string, Fate>;

/**
 * Returns the local records that the center does not hold. Their fates are looked up before a
 * verdict.
 */
export const absentRecords = (own: LocalDay, center: CenterDay): Absent =>
  absentFrom(own, center, heldDay(center));

const kindOf = (fate: Fate, askedAt: Instant): DifferenceKind | undefined => {
  switch (fate.state) {
    case 'pending':
      return 'not_yet_accepted';
    case 'rejected':
      return 'rejected';
    case 'accepted':
      // A record accepted after the center was asked is not a difference.
      return fate.at < askedAt ? 'missing_at_center' : undefined;
    case 'withdrawn':
      return undefined;
    default:
      return fate satisfies never;
  }
};

const neverSent: Fate = { state: 'pending' };

const judgeMissing = (
  absent: Absent,
  fates: Fates,
  askedAt: Instant,
): readonly FoundDifference[] => {
  const judgeRecord = (
    name: string,
    difference: Omit<FoundDifference, 'finding'>,
  ): readonly FoundDifference[] => {
    const fate = fates.get(name) ?? neverSent;
    const finding = kindOf(fate, askedAt);
    if (finding === undefined) return [];
    return [{ ...difference, finding, ...(fate.state === 'rejected' && { reason: fate.reason }) }];
  };
  return [
    ...absent.ratings.flatMap((one) => {
      const { projectNo, serviceNumber, assessNumber, creditCode } = one;
      const subject = { of: 'rating', projectNo, serviceNumber, assessNumber } as const;
      const ours = { satisfaction: one.satisfaction, assessTime: one.assessTime };
      return judgeRecord(ratingName(one), { subject, creditCode, ours });
    }),
    ...absent.steps.flatMap((one) => {
      const { ticketId, stepNumber, creditCode } = one;
      return judgeRecord(stepName(one), {
        subject: { of: 'step', ticketId, stepNumber },
        creditCode,
      });
    }),
  ];
};

/**
 * Returns what persons have to settle with the center: it keeps the rating that was ruled not to be
 * the applicant's, and has no way to take the one that counts here in its place, or to take it back.
 */
const ruledHere = (
  ratings: readonly OwnRating[],
  finding: DifferenceKind,
): readonly FoundDifference[] =>
  ratings.map(({ projectNo, serviceNumber, assessNumber, generation, ...own }) => ({
    finding,
    subject: {
      of: 'rating',
      projectNo,
      serviceNumber,
      assessNumber,
      ...(generation !== undefined && { generation }),
    },
    creditCode: own.creditCode,
    ours: { satisfaction: own.satisfaction, assessTime: own.assessTime },
  }));

/** Returns every difference of a day; none when both sides hold the same. */
export const differencesOf = (
  own: LocalDay,
  center: CenterDay,
  fates: Fates,
): readonly FoundDifference[] => {
  const held = heldDay(center);
  return [
    ...judgeMissing(absentFrom(own, center, held), fates, center.askedAt),
    ...centerDifferences(own, held),
    ...countDifferences(own, center, held),
    ...ruledHere(own.replacing, 'replaced_here'),
    ...ruledHere(own.voided, 'voided_here'),
  ];
};
