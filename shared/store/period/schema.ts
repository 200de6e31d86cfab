import * as z from 'zod/mini';

import type { PeriodEdition } from '../../domain/period/edition.ts';
import { Instant } from '../../domain/time/instant.ts';
import { Month } from '../../domain/time/month.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const built = {
  period: Month,
  number: z.int(),
  digest: z.string(),
  builtBy: z.string(),
  builtAt: Instant,
  version: z.int(),
} as const;

const submitted = {
  ...built,
  submittedBy: z.string(),
  submittedAt: Instant,
  attempts: z.int(),
  unclear: z.optional(z.strictObject({ why: z.string(), at: Instant })),
} as const;

const Receipt = z.strictObject({
  code: z.string(),
  message: z.string(),
  receiptNo: z.optional(z.string()),
  reason: z.optional(z.string()),
  at: Instant,
});

export const storedEdition = defineKind<PeriodEdition>()({
  name: 'period',
  writes: 1,
  versions: startVersions(
    1,
    z.discriminatedUnion('state', [
      z.strictObject({ ...built, state: z.literal('draft') }),
      z.strictObject({ ...submitted, state: z.literal('submitted') }),
      z.strictObject({
        ...submitted,
        state: z.enum(['accepted', 'change_requested']),
        receipt: Receipt,
      }),
    ]),
  ),
});

/** A large city's document exceeds the size of an item; compressed it is a tenth of that. */
interface KeptDocument {
  readonly gzip: Uint8Array<ArrayBuffer>;
}

export const storedDocument = defineKind<KeptDocument>()({
  name: 'period_document',
  writes: 1,
  versions: startVersions(1, z.strictObject({ gzip: z.instanceof(Uint8Array) })),
});
