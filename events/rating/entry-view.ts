import * as z from 'zod/mini';

import { EnteredChannel } from '../../shared/domain/rating/channel.ts';
import { entryReceipts } from '../../shared/domain/rating/entry-receipt.ts';
import { Moment, ProjectNo, ServiceNumber } from '../primitive.ts';
import { LevelName, RatingOutcome, Tag } from './rating.ts';

const EntryId = z.string().check(z.regex(/^[0-9a-f]{32}$/));

export const EntryAccepted = z.object({
  id: EntryId,
  state: z.enum(['awaiting', 'confirmed', 'rejected']),
});
export type EntryAccepted = z.infer<typeof EntryAccepted>;

/** Staff never see the receipt: it is the resident's. */
export const EntryConfirmed = z.object({
  id: EntryId,
  state: z.literal('confirmed'),
  ...RatingOutcome.shape,
});
export type EntryConfirmed = z.infer<typeof EntryConfirmed>;

export const EntryRejected = z.object({ id: EntryId, state: z.literal('rejected') });

/** 待核对的代录, oldest first. */
export const EntryList = z.object({
  entries: z.array(
    z.object({
      id: EntryId,
      projectNo: ProjectNo,
      serviceNumber: ServiceNumber,
      channel: EnteredChannel,
      record: z.string(),
      level: LevelName,
      tags: z.array(Tag),
      text: z.nullable(z.string()),
      contactConsent: z.boolean(),
      enteredBy: z.string(),
      enteredAt: Moment,
    }),
  ),
  cursor: z.nullable(z.string()),
});

/** One entry, without its words: for who wants to know what became of it. */
export const EntryShown = z.object({
  id: EntryId,
  projectNo: ProjectNo,
  serviceNumber: ServiceNumber,
  channel: EnteredChannel,
  state: EntryAccepted.shape.state,
  enteredBy: z.string(),
  enteredAt: Moment,
  checkedBy: z.nullable(z.string()),
  checkedAt: z.nullable(Moment),
  /** What became of the message with the receipt; null while it is no rating. */
  receipt: z.nullable(z.enum(entryReceipts)),
});
export type EntryShown = z.infer<typeof EntryShown>;
