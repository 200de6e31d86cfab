import * as z from 'zod/mini';

import { slots } from '../../shared/domain/figures/slot.ts';
import { Level } from '../../shared/domain/rating/level.ts';
import { receiptDays, termUnits } from '../../shared/domain/time/deadline.ts';

const Slots = z.array(z.enum(slots));
const Side = z.object({ plus: Slots, less: Slots });
const Clock = z.enum(['contact', 'rectify', 'redo', 'review']);
const Count = z.int().check(z.gte(0));

const MethodPolicy = z.object({
  version: Count,
  official: z.boolean(),
  source: z.string(),
  badLevels: z.array(z.object({ level: Level, name: z.string() })),
  scores: z.array(z.object({ level: Level, name: z.string(), score: z.number() })),
  terms: z.array(
    z.object({
      clock: Clock,
      name: z.string(),
      amount: Count,
      unit: z.enum(termUnits),
    }),
  ),
  /** Shanghai time. */
  office: z.object({ dayStart: z.string(), cutOff: z.string(), dayEnd: z.string() }),
  /** The day of receipt of what arrives after the cut-off or on a day off. */
  receiptDay: z.enum(receiptDays),
});

/** 统计口径: how every published number is computed, from the same tables as the computation. */
export const MethodView = z.object({
  statement: z.string(),
  measures: z.array(
    z.object({
      measure: z.string(),
      name: z.string(),
      formula: z.string(),
      numerator: Side,
      denominator: Side,
      note: z.string(),
      best: z.enum(['high', 'low']),
      official: z.boolean(),
    }),
  ),
  averageScore: z.object({ name: z.string(), formula: z.string() }),
  policy: MethodPolicy,
  slots: z.array(z.object({ slot: z.enum(slots), name: z.string(), countedOn: z.string() })),
  calendars: z.array(
    z.object({ year: Count, notices: z.array(z.object({ url: z.string(), number: z.string() })) }),
  ),
  publication: z.array(z.string()),
});
export type MethodView = z.infer<typeof MethodView>;
