import * as z from 'zod/mini';

import {
  contestOutcomes,
  contestStates,
} from '../../shared/domain/rating/contest/contest-state.ts';
import { callBackAnswers } from '../../shared/domain/rating/contest/contest.ts';
import { contactOutcomes } from '../../shared/domain/ticket/terms.ts';
import { Moment, text, wellFormed } from '../primitive.ts';
import { reasonText } from '../read-text.ts';
import { RatingSubmission } from './rating.ts';

/** The longest statement, reason or note. */
const longestStatement = 300;

/** 评价异议: the own rating of who did not give the stored one, over an own link. */
export const ContestSubmission = z.strictObject({
  ...RatingSubmission.shape,
  /** Why the stored rating cannot be one's own. */
  statement: z.optional(z.string().check(z.trim(), z.maxLength(longestStatement), wellFormed)),
});
export type ContestSubmission = z.infer<typeof ContestSubmission>;

/** What who contested is told; nothing of the rating that was contested. */
export const ContestState = z.object({
  /** Leads here again; only who contested has it. */
  reference: z.string(),
  state: z.enum(contestStates),
  contestedAt: Moment,
  /** Until when it is ruled on; `null` while the calendar of that year is not known. */
  dueAt: z.nullable(Moment),
  decidedAt: z.optional(Moment),
  /** When upheld: of the own rating, which counts now. */
  receipt: z.optional(z.string()),
});
export type ContestState = z.infer<typeof ContestState>;

/** 回访: an attempt to reach the applicant. An answer is given by exactly those who were reached. */
export const ContestCallBack = z.strictObject({
  outcome: z.enum(contactOutcomes),
  answer: z.optional(z.enum(callBackAnswers)),
  note: z.optional(text(longestStatement)),
});

export const ContestUnmask = z.strictObject({ reason: reasonText(longestStatement) });

/**
 * 复核结论: `upheld`, the first rating is not the applicant's and this one is; `rejected`, it stands;
 * `neither`, none of the two is the applicant's, and none counts.
 */
export const ContestRulingRequest = z.strictObject({
  outcome: z.enum(contestOutcomes),
  reason: reasonText(longestStatement),
});

/** What came of a confirmed ruling. */
export const ContestRuled = z.object({
  contestId: z.string(),
  state: z.enum(contestStates),
});
