import type { DaySpan } from '../figures/scope.ts';
import { daysBetween, earlier, later, nextDate } from './instant.ts';
import type { CivilDate } from './instant.ts';

/** `YYYY-MM`. */
export const monthOf = (day: CivilDate): string => day.slice(0, 7);

export const daysOf = ({ from, to }: DaySpan): readonly CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = nextDate(day)) days.push(day);
  return days;
};

/** Returns the number of days, both ends included; 0 for a span that ends before it begins. */
export const lengthOf = ({ from, to }: DaySpan): number => Math.max(0, daysBetween(from, to) + 1);

const firstOf = (day: CivilDate): CivilDate => `${monthOf(day)}-01` as CivilDate;

/** Returns the last day of the month of `day`. */
const lastOf = (day: CivilDate): CivilDate => nextDate(firstOf(nextDate(firstOf(day), 31)), -1);

/** Extends a span to the whole months that it touches. */
export const wholeMonths = ({ from, to }: DaySpan): DaySpan => ({
  from: firstOf(from),
  to: lastOf(to),
});

/** Returns the span of each month that a span touches. */
export const monthsOf = (span: DaySpan): readonly DaySpan[] => {
  const months: DaySpan[] = [];
  for (let from = firstOf(span.from); from <= span.to; from = nextDate(lastOf(from))) {
    months.push({ from, to: lastOf(from) });
  }
  return months;
};

export interface SpanParts {
  /** Months that lie entirely in the span, `YYYY-MM`. */
  readonly months: readonly string[];
  /** Every other day of the span. */
  readonly days: readonly CivilDate[];
}

/** Returns the smallest number of months and days that make up a span. */
export const partsOf = (span: DaySpan): SpanParts => {
  const months = monthsOf(span).map((month) => {
    const from = later(month.from, span.from);
    const to = earlier(month.to, span.to);
    return { part: { from, to }, isWhole: from === month.from && to === month.to };
  });
  return {
    months: months.flatMap(({ part, isWhole }) => (isWhole ? [monthOf(part.from)] : [])),
    days: months.flatMap(({ part, isWhole }) => (isWhole ? [] : daysOf(part))),
  };
};
