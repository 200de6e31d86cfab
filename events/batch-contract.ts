/**
 * The batches as their senders should build them. The doors read the envelope first and each member
 * on its own, so that one wrong member does not refuse the others; this is what each is held to.
 */
import * as z from 'zod/mini';

import { CaseEventFacts } from './case/event.ts';
import { PadRating } from './rating/rating.ts';

export const CaseEventBatchContract = z.strictObject({
  events: z.array(CaseEventFacts).check(z.minLength(1), z.maxLength(100)),
});

export const PadBatchContract = z.strictObject({
  ratings: z.array(PadRating).check(z.minLength(1), z.maxLength(50)),
});
