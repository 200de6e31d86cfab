import * as z from 'zod/mini';

import { Channel } from '../../shared/domain/rating/channel.ts';
import { proofs } from '../../shared/domain/rating/rating.ts';
import { stages } from '../../shared/domain/ticket/progress.ts';
import { ticketStates } from '../../shared/domain/ticket/ticket.ts';
import { Day, Moment } from '../primitive.ts';
import { DeadlineView } from '../ticket/deadline-view.ts';
import { TagView } from './indicator-view.ts';
import { LevelName } from './rating.ts';

/** 进度 */
const StageView = z.object({
  stage: z.enum(stages),
  name: z.string(),
  /** When it was reached; `null` while it was not. */
  at: z.nullable(Moment),
});

/** 回执: the loop as the resident who gave the rating sees it. */
export const ReceiptView = z.object({
  receipt: z.string(),
  matter: z.optional(z.string()),
  department: z.optional(z.string()),
  rating: z.object({
    level: LevelName,
    name: z.string(),
    tags: z.array(TagView),
    /** Whether words were written; the words themselves are not shown here. */
    wroteText: z.boolean(),
    channel: Channel,
    channelName: z.string(),
    proof: z.enum(proofs),
    receivedAt: Moment,
  }),
  /** Only after a bad rating. */
  ticket: z.optional(
    z.object({
      state: z.enum(ticketStates),
      name: z.string(),
      round: z.int(),
      openedAt: Moment,
      /** What has happened in this round and what is still to come, in order. */
      stages: z.array(StageView),
      contact: DeadlineView,
      rectify: DeadlineView,
      /** The department's answer, once it has passed the review. */
      answer: z.nullable(z.string()),
      /** Why the rating was not accepted, when it was dismissed. */
      dismissal: z.optional(z.object({ at: Moment, reason: z.nullable(z.string()) })),
      /** When a matter that cannot be put right yet is looked at again. */
      reviewOn: z.optional(Day),
      followUp: z.optional(z.object({ level: LevelName, name: z.string(), at: Moment })),
      /** What the resident may do now. */
      may: z.object({ append: z.nullable(z.object({ until: Moment })) }),
    }),
  ),
});

/** 追评: what the one follow-up rating was taken as. */
export const FollowUpReceipt = z.object({
  receipt: z.string(),
  repeated: z.boolean(),
  level: LevelName,
  receivedAt: Moment,
  /** The follow-up is bad again, so the ticket was opened for a second round. */
  reopened: z.boolean(),
});
export type FollowUpReceipt = z.infer<typeof FollowUpReceipt>;
