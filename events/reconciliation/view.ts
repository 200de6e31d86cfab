import * as z from 'zod/mini';

import { differenceStates } from '../../shared/domain/reconciliation/difference.ts';
import { differenceKinds } from '../../shared/domain/reconciliation/reconciliation.ts';
import { Day, Moment, text } from '../primitive.ts';

const Finding = z.enum(differenceKinds);

/** What a difference is about; a count only where no single record explains it. */
const Subject = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('rating'),
    projectNo: z.string(),
    serviceNumber: z.int(),
    assessNumber: z.int(),
  }),
  z.object({ of: z.literal('step'), ticketId: z.string(), stepNumber: z.int() }),
  z.object({
    of: z.literal('rating_count'),
    /** Codes of the center's interface. */
    satisfaction: z.string(),
    channel: z.string(),
    assessNumber: z.int(),
  }),
  z.object({ of: z.literal('step_count') }),
]);

/** Codes, times and counts as the center writes them. */
const Side = z.record(z.string(), z.union([z.string(), z.number()]));

export const DifferenceView = z.object({
  /** Its day, and what it is about. */
  id: z.string(),
  day: Day,
  finding: Finding,
  state: z.enum(differenceStates),
  subject: Subject,
  creditCode: z.string(),
  ours: z.optional(Side),
  theirs: z.optional(Side),
  /** The center's own words, where it refused a record. */
  reason: z.optional(z.string()),
  openedAt: Moment,
  history: z.array(
    z.object({
      at: Moment,
      what: z.enum(['opened', 'changed', 'settled', 'closed', 'reopened']),
      finding: Finding,
      /** Staff id. */
      by: z.optional(z.string()),
      note: z.optional(z.string()),
    }),
  ),
});
export type DifferenceView = z.infer<typeof DifferenceView>;

const Sides = z.object({ ours: z.int(), theirs: z.int() });

/** 对账结果 of one day. */
export const ReconciliationView = z.object({
  day: Day,
  at: Moment,
  /** `unreachable`: the center did not answer, and nothing is known of the day. */
  state: z.enum(['equal', 'different', 'unreachable']),
  why: z.optional(z.string()),
  ratings: Sides,
  steps: Sides,
  /** How many of each kind were found, settled ones included. */
  found: z.partialRecord(Finding, z.int()),
  /** Cases that nothing would have called again and that are due now; absent when there was none. */
  calledAgain: z.optional(z.int()),
});
export type ReconciliationView = z.infer<typeof ReconciliationView>;

export const ReconciliationRequest = z.strictObject({
  /** A day in Shanghai that is over. */
  day: Day,
});
export type ReconciliationRequest = z.infer<typeof ReconciliationRequest>;

/** What is open, the earliest day first; with the results of the latest days. */
export const DifferenceList = z.object({
  differences: z.array(DifferenceView),
  cursor: z.optional(z.string()),
  days: z.array(ReconciliationView),
});
export type DifferenceList = z.infer<typeof DifferenceList>;

export const DifferenceSettlement = z.strictObject({
  /** Why it may stand; names nobody. */
  note: text(500),
});
export type DifferenceSettlement = z.infer<typeof DifferenceSettlement>;
