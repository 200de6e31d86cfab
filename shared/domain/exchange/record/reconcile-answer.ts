/** 对账: the center's answers about a day. RECONSTRUCTION: no public document describes them. */
import * as z from 'zod/mini';

import type { CenterCounts, CenterRecords } from '../../reconciliation/reconciliation.ts';

/** Codes become parts of ids and URLs, so no other characters are allowed in them. */
const code = (longest: number) =>
  z.coerce.string().check(z.regex(/^[\w-]+$/), z.minLength(1), z.maxLength(longest));
const Count = z.coerce.number().check(z.int(), z.minimum(0));
const Ordinal = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(99_999));

const Counts = z.object({
  rows: z.array(
    z.object({
      deptCode: code(32),
      satisfaction: code(3),
      pf: code(3),
      assessNumber: Ordinal,
      count: Count,
    }),
  ),
  steps: z.array(z.object({ deptCode: code(32), count: Count })),
});

const Records = z.object({
  records: z.array(
    z.object({
      projectNo: code(50),
      serviceNumber: Ordinal,
      assessNumber: Ordinal,
      satisfaction: code(3),
      assessTime: z.string().check(z.maxLength(32)),
    }),
  ),
  steps: z.array(z.object({ caseCode: code(50), stepNumber: Ordinal })),
});

/** Returns undefined for data that is not a count of a day. */
export const countsIn = (data: unknown): CenterCounts | undefined => {
  const read = Counts.safeParse(data);
  if (!read.success) return undefined;
  const { rows, steps } = read.data;
  return {
    ratings: rows.map(({ deptCode, pf, ...row }) => ({
      ...row,
      creditCode: deptCode,
      channel: pf,
    })),
    steps: steps.map(({ deptCode, count }) => ({ creditCode: deptCode, count })),
  };
};

/** Returns undefined for data that is not a list of records. */
export const recordsIn = (data: unknown, creditCode: string): CenterRecords | undefined => {
  const read = Records.safeParse(data);
  if (!read.success) return undefined;
  const { records, steps } = read.data;
  return {
    creditCode,
    ratings: records,
    steps: steps.map(({ caseCode, stepNumber }) => ({ ticketId: caseCode, stepNumber })),
  };
};
