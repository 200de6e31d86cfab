import * as z from 'zod/mini';

import { Channel } from '../../shared/domain/rating/channel.ts';
import { proofClasses } from '../../shared/domain/rating/proof/proof-class.ts';
import { proofs } from '../../shared/domain/rating/rating.ts';
import { stages } from '../../shared/domain/ticket/progress.ts';
import { ticketStates } from '../../shared/domain/ticket/terms.ts';
import { Day, Moment } from '../primitive.ts';
import { DeadlineView } from '../ticket/deadline-view.ts';
import { IndicatorTable, TagView } from './indicator-view.ts';
import { LevelName } from './rating.ts';

/** 进度 */
const StageView = z.object({
  stage: z.enum(stages),
  name: z.string(),
  /** When the stage was reached; `null` before that. */
  at: z.nullable(Moment),
});

/** 回执: the progress as the resident who gave the rating sees it. */
export const ReceiptView = z.object({
  receipt: z.string(),
  matter: z.optional(z.string()),
  department: z.optional(z.string()),
  rating: z.object({
    level: LevelName,
    name: z.string(),
    tags: z.array(TagView),
    /** The resident's own words. */
    text: z.optional(z.string()),
    channel: Channel,
    channelName: z.string(),
    proof: z.enum(proofs),
    /** What shows that the resident gave it, and its name. */
    proofClass: z.enum(proofClasses),
    proofName: z.string(),
    receivedAt: Moment,
  }),
  /** The levels and reasons of a follow-up, while one may be sent. */
  indicators: z.optional(IndicatorTable),
  /** Two persons ruled, on a contest, that the rating is not the applicant's: it does not count. */
  voidedAt: z.optional(Moment),
  /** Only after a bad rating. */
  ticket: z.optional(
    z.object({
      state: z.enum(ticketStates),
      name: z.string(),
      round: z.int(),
      openedAt: Moment,
      /** The completed and the remaining stages of this round, in order. */
      stages: z.array(StageView),
      contact: DeadlineView,
      rectify: DeadlineView,
      /** How often the department tried to reach the resident in this round. */
      contactAttempts: z.int(),
      /** The department's answer of this round, after it has passed the review. */
      answer: z.nullable(z.string()),
      /** The answers of all rounds that have passed their review. */
      answers: z.array(z.object({ round: z.int(), at: Moment, text: z.string() })),
      /** Why the rating was dismissed. */
      dismissal: z.optional(z.object({ at: Moment, reason: z.nullable(z.string()) })),
      /** When the ticket last went to another department. */
      transferred: z.optional(z.object({ at: Moment, words: z.string() })),
      /** By how many working days the rectification was extended, and when it was due before. */
      extension: z.optional(z.object({ days: z.int(), from: z.nullable(Moment) })),
      /** When somebody looked at the resident's name and number, and in which role. */
      looks: z.array(z.object({ at: Moment, role: z.string() })),
      /** When a matter that cannot be rectified yet is reviewed again. */
      reviewOn: z.optional(Day),
      /** What the resident said after the answer. */
      followUp: z.optional(
        z.object({
          level: LevelName,
          name: z.string(),
          at: Moment,
          tags: z.array(TagView),
          text: z.optional(z.string()),
        }),
      ),
      /** What the resident may do now. */
      may: z.object({ append: z.nullable(z.object({ until: Moment })) }),
    }),
  ),
});

/** 追评: the result of the one follow-up rating. */
export const FollowUpReceipt = z.object({
  receipt: z.string(),
  repeated: z.boolean(),
  /** A repeat with other words: the follow-up is as it was, and these were kept beside it. */
  differs: z.optional(z.literal(true)),
  level: LevelName,
  receivedAt: Moment,
  /** True when the follow-up is bad again, so the ticket was reopened for a second round. */
  reopened: z.boolean(),
});
export type FollowUpReceipt = z.infer<typeof FollowUpReceipt>;
