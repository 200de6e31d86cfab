import * as z from 'zod/mini';

import { doubtCodes } from '../../shared/domain/rating/doubt.ts';

/** 存疑: what cannot be read or believed in a rating that happened in another system. */
export const DoubtView = z.object({
  code: z.enum(doubtCodes),
  text: z.string(),
  /** What came, when it is a short value. */
  sent: z.optional(z.string()),
});
