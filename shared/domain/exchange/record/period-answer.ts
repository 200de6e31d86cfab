/** 周期汇总: the body sent to the center, and its answer. RECONSTRUCTION. */
import * as z from 'zod/mini';

import type { KeptEdition, PeriodVerdict } from '../../period/edition.ts';
import type { CenterBody } from '../center-answer.ts';

const Verdict = z.object({
  state: z.optional(z.enum(['accepted', 'change_requested'])),
  reason: z.optional(z.string()),
});

/** The center's text is cut to a readable length. */
const longestReason = 1000;

export const verdictIn = (data: unknown): PeriodVerdict => {
  const read = Verdict.safeParse(data);
  if (!read.success) return {};
  const { state, reason } = read.data;
  return { state, reason: reason?.slice(0, longestReason) };
};

/** Sends the document as its frozen text, so that its digest can be verified byte for byte. */
export const periodBody = ({ edition, text }: KeptEdition): CenterBody => ({
  period: edition.period,
  edition: edition.number,
  digest: edition.digest,
  document: text,
});
