import * as z from 'zod/mini';

import { Moment } from '../primitive.ts';

/** What is shown of an applicant to everybody who works on a rating. */
export const maskedNumbers = {
  /** When the handling system told another number than the shown one, after the rating. */
  numberChangedAt: z.optional(Moment),
};

/** Name and number of an applicant, for those who have to call. */
export const NamedApplicant = z.object({
  name: z.string(),
  /** The number that the case had before the rating; null when it had none. */
  mobile: z.nullable(z.string()),
  /**
   * Another number, which the handling system told after the rating. The person who answers there need not be
   * the rater.
   */
  laterMobile: z.nullable(z.object({ mobile: z.string(), since: Moment })),
});
export type NamedApplicant = z.infer<typeof NamedApplicant>;
