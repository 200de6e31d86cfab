import * as z from 'zod/mini';

import { ClientRef } from './client-ref.ts';

/** 领取回执: with the code that a pad shows behind a press. */
export const ReceiptClaim = z.strictObject({
  /** As it was scanned or typed: `1042-46-7K3M9QX2`. */
  code: z.string().check(z.minLength(1), z.maxLength(64)),
  clientRef: ClientRef,
});

export const ReceiptClaimed = z.object({
  /** False until the pad has sent the rating, and it is certain which contact it rates. */
  arrived: z.boolean(),
  receipt: z.optional(z.string()),
});
export type ReceiptClaimed = z.infer<typeof ReceiptClaimed>;
