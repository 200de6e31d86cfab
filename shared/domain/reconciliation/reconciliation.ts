/**
 * 对账: compares what arrived on one day, according to the local lists, with what the center counts
 * and holds of it. Codes and times are kept as the center writes them; nothing here interprets
 * them.
 */
import type { CivilDate, Instant } from '../time/instant.ts';

export interface RatedRecord {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly assessNumber: number;
  readonly satisfaction: string;
  readonly assessTime: string;
}

export interface OwnRating extends RatedRecord {
  readonly creditCode: string;
  readonly channel: string;
  /**
   * False for a rating that came from the center: the center may hold it, and it is not reported
   * back.
   */
  readonly reported: boolean;
  /** From 2 on. */
  readonly generation?: number | undefined;
}

export interface StepRecord {
  readonly ticketId: string;
  readonly stepNumber: number;
}

export interface OwnStep extends StepRecord {
  readonly creditCode: string;
  readonly projectNo: string;
  readonly serviceNumber: number;
}

/** The local side of a day. */
export interface LocalDay {
  readonly day: CivilDate;
  readonly ratings: readonly OwnRating[];
  /** Ratings that took the place of one that the center keeps. */
  readonly replacing: readonly OwnRating[];
  /** Ratings that two persons set aside on that day, without another in their place. */
  readonly voided: readonly OwnRating[];
  readonly steps: readonly OwnStep[];
}

export interface RatingCount {
  readonly creditCode: string;
  readonly satisfaction: string;
  readonly channel: string;
  readonly assessNumber: number;
  readonly count: number;
}

interface StepCount {
  readonly creditCode: string;
  readonly count: number;
}

/** The center's side of a day. */
export interface CenterCounts {
  readonly ratings: readonly RatingCount[];
  readonly steps: readonly StepCount[];
}

/** What the center holds of one department on that day. */
export interface CenterRecords {
  readonly creditCode: string;
  readonly ratings: readonly RatedRecord[];
  readonly steps: readonly StepRecord[];
}

export interface CenterDay {
  readonly counts: CenterCounts;
  readonly records: readonly CenterRecords[];
  /** When the center was first asked. */
  readonly askedAt: Instant;
}

export const differenceKinds = [
  'not_yet_accepted', // 待上报
  'rejected', // 被退回
  'missing_at_center', // 省平台缺失
  'unknown_here', // 本地无此记录
  'differs', // 内容不一致
  'replaced_here', // 评价异议成立，省平台保留原评价
  'voided_here', // 两次评价均非申请人作出，省平台保留原评价
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** `unreachable`: the center did not answer, and nothing is known of the day. */
export const dayResults = ['equal', 'different', 'unreachable'] as const;
export type DayResult = (typeof dayResults)[number];

/** What a difference is about; a count only when no single record explains it. */
type DifferenceSubject =
  | {
      readonly of: 'rating';
      readonly projectNo: string;
      readonly serviceNumber: number;
      readonly assessNumber: number;
      readonly generation?: number | undefined;
    }
  | { readonly of: 'step'; readonly ticketId: string; readonly stepNumber: number }
  | {
      readonly of: 'rating_count';
      readonly satisfaction: string;
      readonly channel: string;
      readonly assessNumber: number;
    }
  | { readonly of: 'step_count' };

/** Codes, times and counts of one side, by name. */
type SideFacts = Readonly<Record<string, string | number>>;

export interface FoundDifference {
  readonly finding: DifferenceKind;
  readonly subject: DifferenceSubject;
  readonly creditCode: string;
  readonly ours?: SideFacts | undefined;
  readonly theirs?: SideFacts | undefined;
  /** The center's own words, when it refused a record. */
  readonly reason?: string | undefined;
}

export const ratingName = (rating: {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly assessNumber: number;
  readonly generation?: number | undefined;
}): string =>
  [
    rating.projectNo,
    rating.serviceNumber,
    rating.assessNumber,
    ...(rating.generation === undefined ? [] : [`g${rating.generation}`]),
  ].join('.');

export const stepName = ({ ticketId, stepNumber }: StepRecord): string =>
  `${ticketId}.${stepNumber}`;

export const bucketName = (bucket: Omit<RatingCount, 'count'>): string =>
  [bucket.creditCode, bucket.satisfaction, bucket.channel, bucket.assessNumber].join('.');

/** Returns how often each name occurs, or the sum of its counts. */
export const tallyCounts = (entries: Iterable<readonly [name: string, count: number]>) => {
  const sums = new Map<string, number>();
  for (const [name, count] of entries) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
};
