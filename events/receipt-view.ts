import * as z from 'zod/mini';

import { Channel } from '../shared/domain/channel.ts';
import { ticketStates } from '../shared/domain/ticket.ts';
import { DeadlineView } from './deadline-view.ts';
import { TagView } from './indicator-view.ts';
import { Moment } from './primitive.ts';
import { LevelName } from './rating.ts';

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
    proof: z.enum(['token', 'pad', 'staff_entered']),
    receivedAt: Moment,
  }),
  /** Only after a bad rating. */
  ticket: z.optional(
    z.object({
      state: z.enum(ticketStates),
      name: z.string(),
      round: z.int(),
      openedAt: Moment,
      contact: DeadlineView,
      rectify: DeadlineView,
    }),
  ),
});
