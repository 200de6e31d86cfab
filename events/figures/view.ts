import * as z from 'zod/mini';

import { measures } from '../../shared/domain/figures/measure.table.ts';
import type { MeasureName } from '../../shared/domain/figures/measure.table.ts';
import { scopeKinds } from '../../shared/domain/figures/scope.ts';
import { slots } from '../../shared/domain/figures/slot.ts';
import { levels } from '../../shared/domain/rating/level.ts';
import { Area, Day, Moment } from '../primitive.ts';

/** 细分: splits a span into one line for each of these. */
const splits = [
  'none',
  'day',
  'month',
  'area',
  'department',
  'hall',
  'window',
  'matter',
  'staff',
  'channel',
] as const;
export const Split = z.enum(splits);
export type Split = z.infer<typeof Split>;

const ScopeView = z.object({ kind: z.enum(scopeKinds), id: z.string() });

/** Counts by slot; an absent slot is 0. */
const CountsView = z.partialRecord(z.enum(slots), z.int());

/** A rate with numerator and denominator; `value` is null when the denominator is 0. */
export const RateView = z.object({
  numerator: z.number(),
  denominator: z.number(),
  value: z.nullable(z.number()),
});

const measureNames = Object.keys(measures) as MeasureName[];
const RatesView = z.record(z.enum(measureNames), RateView);

const line = {
  counts: CountsView,
  rates: RatesView,
  /** 平均分 by the active scores. */
  averageScore: RateView,
};
export const FigureLine = z.object(line);

const ScoresView = z.record(z.enum(levels), z.number());

/** It only advances with counted changes, so it does not measure the delay of the counting. */
const CountedUntil = z.nullable(Moment).register(z.globalRegistry, {
  title: 'Moment of the last change that was counted',
  description: 'Stands still while nothing happens; null while nothing has been counted.',
});

/** 统计: the totals of a scope over a span of days, and the same split into lines. */
export const FiguresView = z.object({
  scope: ScopeView,
  from: Day,
  to: Day,
  by: Split,
  countedUntil: CountedUntil,
  scores: ScoresView,
  total: FigureLine,
  lines: z.array(
    z.object({
      /** A day, a month, the id of a scope, or a channel. */
      key: z.string(),
      name: z.optional(z.string()),
      counts: CountsView,
      /** Absent for channels, which only count ratings and bad ratings. */
      rates: z.optional(RatesView),
      averageScore: z.optional(RateView),
    }),
  ),
});

/** 重新计数: the counters of a span, compared with the totals of the source records. */
export const RecountView = z.object({
  from: Day,
  to: Day,
  scope: z.nullable(ScopeView),
  recountedAt: Moment,
  /** Changes after this moment may not be counted yet, and then show as differences. */
  countedUntil: CountedUntil,
  /** The number of records read. */
  read: z.object({
    cases: z.int(),
    invitations: z.int(),
    ratings: z.int(),
    tickets: z.int(),
  }),
  /** The number of compared scopes, by days and by months. */
  compared: z.int(),
  equal: z.boolean(),
  /** The first 500. */
  differences: z.array(
    z.object({
      scope: ScopeView,
      /** A day or a month. */
      period: z.string(),
      slot: z.enum(slots),
      counted: z.int(),
      recounted: z.int(),
    }),
  ),
  differencesInAll: z.int(),
});

const published = { ...line, key: z.string(), name: z.string() };

/** 公开数据: public figures in whole months; each rate has numerator and denominator. */
export const OpenScores = z.object({
  /** The city's code or an area's. */
  area: Area,
  /** The first day of the first month, and the last day of the last month. */
  from: Day,
  to: Day,
  countedUntil: CountedUntil,
  scores: ScoresView,
  total: FigureLine,
  areas: z.array(z.object(published)),
  /** Departments with at least one rating. */
  departments: z.array(z.object(published)),
  /** Matters with at least one rating, city-wide; only without an area in the request. */
  matters: z.array(z.object(published)),
});
