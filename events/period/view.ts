import * as z from 'zod/mini';

import { editionStates } from '../../shared/domain/period/edition.ts';
import { Moment } from '../primitive.ts';

const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const Receipt = z.object({
  code: z.string(),
  message: z.string(),
  receiptNo: z.optional(z.string()),
  /** What the center wants changed. */
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
  /** Why nothing is known of the last attempt; it is made again. */
  unclear: z.optional(z.object({ why: z.string(), at: Moment })),
  receipt: z.optional(Receipt),
};

export const PeriodEditionView = z.object(edition);
export type PeriodEditionView = z.infer<typeof PeriodEditionView>;

/** The newest month first, and of a month the newest edition. */
export const PeriodList = z.object({ editions: z.array(PeriodEditionView) });
export type PeriodList = z.infer<typeof PeriodList>;

export const PeriodBuilt = z.object({
  /** False when the draft says what the figures say, and stays as it is to the byte. */
  changed: z.boolean(),
  ...edition,
});
export type PeriodBuilt = z.infer<typeof PeriodBuilt>;

export const PeriodSubmission = z.strictObject({
  /** Of the draft that was looked at; another draft is then not submitted. */
  digest: z.optional(Digest),
});
export type PeriodSubmission = z.infer<typeof PeriodSubmission>;

export const PeriodSubmitted = z.object({
  /** False when it had been submitted before. */
  changed: z.boolean(),
  ...edition,
});
export type PeriodSubmitted = z.infer<typeof PeriodSubmitted>;
