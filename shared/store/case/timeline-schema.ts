import * as z from 'zod/mini';

import { caseOutcomes } from '../../domain/case/case.ts';
import { procedureKinds } from '../../domain/case/procedure.ts';
import { Instant } from '../../domain/time/instant.ts';

const step = {
  name: z.string(),
  handler: z.optional(z.string()),
  note: z.optional(z.string()),
};

const entry = {
  eventId: z.string(),
  at: Instant,
  accessKey: z.string(),
  result: z.optional(
    z.strictObject({ outcome: z.enum(caseOutcomes), note: z.optional(z.string()) }),
  ),
};

export const TimelineEntryV1 = z.strictObject({
  ...entry,
  type: z.enum(['accepted', 'step', 'finished']),
  step: z.optional(z.strictObject(step)),
});

export const TimelineEntryV2 = z.strictObject({
  ...entry,
  type: z.enum(['accepted', 'step', 'extended', 'suspended', 'resumed', 'finished']),
  step: z.optional(
    z.strictObject({
      ...step,
      state: z.optional(z.enum(['begun', 'done'])),
      workingDays: z.optional(z.int()),
    }),
  ),
  procedure: z.optional(
    z.strictObject({
      kind: z.enum(procedureKinds),
      reason: z.optional(z.string()),
      workingDays: z.optional(z.int()),
      approvedBy: z.optional(z.string()),
    }),
  ),
  promiseWorkingDays: z.optional(z.int()),
});
