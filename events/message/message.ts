import * as z from 'zod/mini';

import { Moment } from '../primitive.ts';

/**
 * A message of the message queue: send what the id says, at a moment. The id names a contact and no
 * person; the consumer reads the rest and decides again.
 */
export const MessageCall = z.strictObject({ messageId: z.string(), at: Moment });
export type MessageCall = z.infer<typeof MessageCall>;
