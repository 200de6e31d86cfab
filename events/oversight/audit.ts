/** 审计链核验: tickets, and the log of acts, that do not agree with their audit chain. */
import * as z from 'zod/mini';

import { Day, Moment } from '../primitive.ts';
import { reasonText } from '../read-text.ts';
import { breakViews } from '../ticket/step-view.ts';
import { workItemFacts } from './work-item-view.ts';

const Finding = z.discriminatedUnion('kind', [
  ...breakViews,
  /** There are steps of a ticket that does not exist. */
  z.object({ kind: z.literal('ticket') }),
  /** Items that do not fit their schema, by their sort keys. */
  z.object({ kind: z.literal('unreadable'), items: z.readonly(z.array(z.string())) }),
  /** Items of another ticket, or that are not on their lists, or expire. */
  z.object({ kind: z.literal('misplaced'), items: z.readonly(z.array(z.string())) }),
]);

const facts = { found: Finding, ...workItemFacts(Finding) };

/** 管理操作日志: the log of administrative acts. */
export const ActsBreakView = z.object(facts);
export type ActsBreakView = z.infer<typeof ActsBreakView>;

export const AuditBreakView = z.object({ ticketId: z.string(), ...facts });
export type AuditBreakView = z.infer<typeof AuditBreakView>;

export const AuditBreakList = z.object({
  breaks: z.array(AuditBreakView),
  /** Where the log is broken, and its state is the one asked for. */
  acts: z.optional(ActsBreakView),
  cursor: z.optional(z.string()),
  /** Absent before the first night. */
  latestRun: z.optional(
    z.object({
      at: Moment,
      /** Every ticket with a step on an earlier day was verified after that day. */
      changedSince: Day,
      /** The month that the next run verifies again, besides what changed. */
      nextMonth: z.string(),
      verified: z.int(),
    }),
  ),
});
export type AuditBreakList = z.infer<typeof AuditBreakList>;

export const AuditBreakSettlement = z.strictObject({ note: reasonText(500) });
