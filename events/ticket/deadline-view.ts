import * as z from 'zod/mini';

import { clockStates, termUnits } from '../../shared/domain/time/deadline.ts';
import { dayReasons } from '../../shared/domain/time/explanation/count.ts';
import { Day, Moment } from '../primitive.ts';

/** One day between receipt and due moment: whether it counts, why, and the notice behind it. */
const CountedDayView = z.object({
  date: Day,
  /** Monday is 1, Sunday is 7. */
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  counts: z.boolean(),
  /** The day's number within the term, from 1; on counted days. */
  number: z.optional(z.int().check(z.minimum(1))),
  because: z.enum(dayReasons),
  name: z.optional(z.string()),
  notices: z.optional(z.array(z.string())),
  text: z.string(),
});

const state = z.enum(clockStates);

const explained = {
  /** How the due moment was counted, in the caller's language. */
  sentence: z.string(),
  days: z.array(CountedDayView),
};

/**
 * 期限 as the resident sees it; `dueAt` is `null` while a notice of the State Council is pending.
 */
export const DeadlineView = z.object({
  state,
  dueAt: z.nullable(Moment),
  /** The term has passed, and what was due is not done. */
  overdue: z.boolean(),
  ...explained,
});

const Term = z.object({
  amount: z.int().check(z.minimum(1)),
  unit: z.enum(termUnits),
});

/** 期限 as the handler sees it, with the inputs of the calculation. Members depend on the state. */
export const ClockView = z.object({
  state,
  startedAt: z.optional(Moment),
  term: z.optional(Term),
  pauses: z.optional(z.array(z.object({ from: Moment, to: Moment }))),
  dueAt: z.optional(Moment),
  /** The year whose notice is pending. */
  year: z.optional(z.int()),
  since: z.optional(Moment),
  pausedAt: z.optional(Moment),
  remainingMs: z.optional(z.number()),
  metAt: z.optional(Moment),
  at: z.optional(Moment),
  late: z.optional(z.boolean()),
  ...explained,
});
