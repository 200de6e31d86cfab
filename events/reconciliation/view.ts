import * as z from 'zod/mini';

import { dayResults, differenceKinds } from '../../shared/domain/reconciliation/reconciliation.ts';
import { workItemFacts } from '../oversight/work-item-view.ts';
import { Day, Moment } from '../primitive.ts';
import { reasonText } from '../read-text.ts';

const Finding = z.enum(differenceKinds);

/** The subject of a difference; a count only when no single record explains it. */
const Subject = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('rating'),
    projectNo: z.string(),
    serviceNumber: z.int(),
    assessNumber: z.int(),
    generation: z.optional(z.int()),
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

/** Codes, times and counts in the center's format. */
const Side = z.record(z.string(), z.union([z.string(), z.number()]));

export const DifferenceView = z.object({
  /** Contains the day and the subject. */
  id: z.string(),
  day: Day,
  finding: Finding,
  subject: Subject,
  creditCode: z.string(),
  ours: z.optional(Side),
  theirs: z.optional(Side),
  /** The center's own message, when it refused a record. */
  reason: z.optional(z.string()),
  ...workItemFacts(Finding),
});
export type DifferenceView = z.infer<typeof DifferenceView>;

const Sides = z.object({ ours: z.int(), theirs: z.int() });

/** 对账结果 of one day. */
export const ReconciliationView = z.object({
  day: Day,
  at: Moment,
  /** `unreachable`: the center did not answer, so there is no result for the day. */
  state: z.enum(dayResults),
  why: z.optional(z.string()),
  ratings: Sides,
  steps: Sides,
  /** The number of findings of each kind, including settled ones. */
  found: z.partialRecord(Finding, z.int()),
  /** Cases that nothing else would have queued and that are due now; absent when there are none. */
  calledAgain: z.optional(z.int()),
});
export type ReconciliationView = z.infer<typeof ReconciliationView>;

export const ReconciliationRequest = z.strictObject({
  /** A finished day in Shanghai time. */
  day: Day,
});
export type ReconciliationRequest = z.infer<typeof ReconciliationRequest>;

/** Open differences, earliest day first, with the results of the latest days. */
export const DifferenceList = z.object({
  differences: z.array(DifferenceView),
  cursor: z.optional(z.string()),
  days: z.array(ReconciliationView),
});
export type DifferenceList = z.infer<typeof DifferenceList>;

export const DifferenceSettlement = z.strictObject({
  /** Why the difference is accepted; must not name a person. */
  note: reasonText(500),
});
export type DifferenceSettlement = z.infer<typeof DifferenceSettlement>;
