import * as z from 'zod/mini';

/** The part of the simulated center's state that scenarios read. */
export const CenterOverview = z.object({
  counts: z.object({
    service: z.int(),
    rating: z.int(),
    step: z.int(),
    finish: z.int(),
    evaluation: z.int(),
  }),
  periods: z.array(
    z.object({ period: z.string(), edition: z.int(), digest: z.string(), state: z.string() }),
  ),
});

const CenterRecord = z.object({
  kind: z.enum(['service', 'rating', 'step', 'finish', 'evaluation']),
  /** The natural key: project number or ticket, then contact or number. */
  key: z.string(),
  revision: z.int(),
  receiptNo: z.string(),
  receivedAt: z.string(),
  body: z.record(z.string(), z.unknown()),
});
export type CenterRecord = z.output<typeof CenterRecord>;

/** The records of one case, in the order in which the center received them. */
export const CenterBook = z.object({ records: z.array(CenterRecord) });
