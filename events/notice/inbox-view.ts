import * as z from 'zod/mini';

import { Moment } from '../primitive.ts';
import { NoticePush } from './message.ts';

/** A page of an inbox, newest first. */
export const InboxView = z.object({
  notices: z.array(z.object({ ...NoticePush.shape, readAt: z.nullable(Moment) })),
  /** For the next page; `null` on the last. */
  cursor: z.nullable(z.string()),
});

export const NoticeRead = z.object({ id: z.string(), readAt: Moment });
