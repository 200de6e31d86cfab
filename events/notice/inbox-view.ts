import * as z from 'zod/mini';

import { Moment } from '../primitive.ts';
import {
  ApprovalNoticePush,
  CallbackNoticePush,
  ContestNoticePush,
  DifferenceNoticePush,
  EntryNoticePush,
  KeptPressNoticePush,
  PadNoticePush,
  TicketNoticePush,
} from './message.ts';

const read = { readAt: z.nullable(Moment) };

/** A page of an inbox, newest first. */
export const InboxView = z.object({
  notices: z.array(
    z.union([
      z.object({ ...TicketNoticePush.shape, ...read }),
      z.object({ ...PadNoticePush.shape, ...read }),
      z.object({ ...ContestNoticePush.shape, ...read }),
      z.object({ ...EntryNoticePush.shape, ...read }),
      z.object({ ...KeptPressNoticePush.shape, ...read }),
      z.object({ ...CallbackNoticePush.shape, ...read }),
      z.object({ ...DifferenceNoticePush.shape, ...read }),
      z.object({
        ...ApprovalNoticePush.shape,
        ...read,
        /** Whether the reader proposed the act, and therefore does not confirm it. */
        own: z.boolean(),
      }),
    ]),
  ),
  /** For the next page; `null` on the last. */
  cursor: z.nullable(z.string()),
});

/** `null` for who may not confirm an act, as long as nobody who may has read the notice. */
export const NoticeRead = z.object({ id: z.string(), ...read });
