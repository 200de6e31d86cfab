/** 周期汇总: what goes to the center, and what it says of it (reconstructed). */
import * as z from 'zod/mini';

import type { KeptEdition, PeriodVerdict } from '../../period/edition.ts';
import type { CenterBody } from '../center-answer.ts';

const Verdict = z.object({
  state: z.optional(z.enum(['accepted', 'change_requested'])),
  reason: z.optional(z.string()),
});

/** Words of the center are cut to what a person reads. */
const longestReason = 1000;

export const verdictIn = (data: unknown): PeriodVerdict => {
  const read = Verdict.safeParse(data);
  if (!read.success) return {};
  const { state, reason } = read.data;
  return { state, reason: reason?.slice(0, longestReason) };
};

/** The document goes as the text that was frozen, so that its digest can be checked to the byte. */
export const periodBody = ({ edition, text }: KeptEdition): CenterBody => ({
  period: edition.period,
  edition: edition.number,
  digest: edition.digest,
  document: text,
});
