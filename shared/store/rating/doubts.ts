import * as z from 'zod/mini';

import { doubtCodes } from '../../domain/rating/doubt.ts';

/** The doubts about a rating, or about what may become one. */
export const doubts = z.optional(
  z.array(z.strictObject({ code: z.enum(doubtCodes), sent: z.optional(z.string()) })),
);
