/**
 * The batches as senders should build them. The APIs parse the envelope first and each member
 * separately, so that one invalid member does not refuse the others; this schema describes both.
 */
import * as z from 'zod/mini';

import { CaseEventFacts } from './case/event.ts';
import { Moment } from './primitive.ts';
import { PadRating } from './rating/rating.ts';

export const CaseEventBatchContract = z.strictObject({
  events: z.array(CaseEventFacts).check(z.minLength(1), z.maxLength(100)),
});

export const PadBatchContract = z.object({
  ratings: z.array(PadRating).check(z.minLength(1), z.maxLength(50)),
  /** The time by the pad's own clock as it sends, which shows how far that clock is off. */
  clock: z.optional(Moment),
});
