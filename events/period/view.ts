import * as z from 'zod/mini';

import { editionStates } from '../../shared/domain/period/edition.ts';
import { Moment } from '../primitive.ts';

const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const Receipt = z.object({
  code: z.string(),
  message: z.string(),
  receiptNo: z.optional(z.string()),
  /** The change that the center requests. */
  reason: z.optional(z.string()),
  at: Moment,
});

const edition = {
  /** `YYYY-MM`. */
  period: z.string(),
  edition: z.int().check(z.minimum(1)),
  state: z.enum(editionStates),
  /** SHA-256 of the document's bytes, hex. */
  digest: Digest,
  /** Staff ids. */
  builtBy: z.string(),
  builtAt: Moment,
  submittedBy: z.optional(z.string()),
  submittedAt: z.optional(Moment),
  /** How often it was sent. */
  attempts: z.optional(z.int().check(z.minimum(0))),
  /** Why the last attempt has no result; it is repeated. */
  unclear: z.optional(z.object({ why: z.string(), at: Moment })),
  receipt: z.optional(Receipt),
};

export const PeriodEditionView = z.object(edition);
export type PeriodEditionView = z.infer<typeof PeriodEditionView>;

/** Sorted by month and edition, newest first. */
export const PeriodList = z.object({ editions: z.array(PeriodEditionView) });
export type PeriodList = z.infer<typeof PeriodList>;

export const PeriodBuilt = z.object({
  /** False when the draft already has these figures; it then stays identical to the byte. */
  changed: z.boolean(),
  ...edition,
});
export type PeriodBuilt = z.infer<typeof PeriodBuilt>;

export const PeriodSubmission = z.strictObject({
  /** Digest of the draft that the caller saw; a different draft is not submitted. */
  digest: z.optional(Digest),
});
export type PeriodSubmission = z.infer<typeof PeriodSubmission>;

export const PeriodSubmitted = z.object({
  /** False when it was already submitted. */
  changed: z.boolean(),
  ...edition,
});
export type PeriodSubmitted = z.infer<typeof PeriodSubmitted>;
