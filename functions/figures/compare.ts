import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import { slots, sumOf } from '../../shared/domain/figures/slot.ts';
import type { Counts, Slot } from '../../shared/domain/figures/slot.ts';
import { monthOf, monthsOf, wholeMonths } from '../../shared/domain/time/day-span.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { DaySums } from './recount-tally.ts';

export interface Difference {
  readonly scope: Scope;
  /** A day or a month. */
  readonly period: string;
  readonly slot: Slot;
  readonly counted: number;
  readonly recounted: number;
}

interface Beside {
  readonly period: string;
  readonly counted: Counts;
  readonly recounted: Counts;
}

const compareSlots = (
  scope: Scope,
  { period, counted, recounted }: Beside,
): readonly Difference[] =>
  slots.flatMap((slot) => {
    const [is, should] = [counted[slot] ?? 0, recounted[slot] ?? 0];
    return is === should ? [] : [{ scope, period, slot, counted: is, recounted: should }];
  });

type DayMap = ReadonlyMap<CivilDate, Counts>;

const recountedDays = (sums: DaySums): DayMap =>
  new Map([...sums].map(([day, counts]) => [day, Object.fromEntries(counts)]));

const isIn = ({ from, to }: DaySpan, day: CivilDate): boolean => from <= day && day <= to;

/**
 * Returns the expected days: recounted values inside the span, counted values in the rest of its
 * months.
 */
const expectedDays = (counted: DayMap, recounted: DayMap, span: DaySpan): DayMap =>
  new Map([...[...counted].filter(([day]) => !isIn(span, day)), ...recounted]);

const besideDays = (counted: DayMap, recounted: DayMap, span: DaySpan): readonly Beside[] => {
  const days = new Set([...counted.keys(), ...recounted.keys()]);
  return [...days]
    .filter((day) => isIn(span, day))
    .toSorted()
    .map((day) => ({
      period: day,
      counted: counted.get(day) ?? {},
      recounted: recounted.get(day) ?? {},
    }));
};

const besideMonths = async (
  scope: Scope,
  { expected, span }: { readonly expected: DayMap; readonly span: DaySpan },
  figures: FigureStore,
): Promise<readonly Beside[]> =>
  Promise.all(
    monthsOf(span).map(async (month) => {
      const [sums] = await figures.sums([scope], month);
      const days = [...expected].filter(([day]) => isIn(month, day));
      return {
        period: monthOf(month.from),
        counted: sums?.counts ?? {},
        recounted: sumOf(days.map(([, counts]) => counts)),
      };
    }),
  );

/**
 * Compares the counters of a scope with the recount: every day of the span, and every month it
 * touches against the sum of its days.
 */
export const compareScope = async (
  scope: Scope,
  { sums, span }: { readonly sums: DaySums; readonly span: DaySpan },
  figures: FigureStore,
): Promise<readonly Difference[]> => {
  const lines = await figures.days(scope, wholeMonths(span));
  const counted: DayMap = new Map(lines.map(({ day, counts }) => [day, counts]));
  const recounted = recountedDays(sums);
  const expected = expectedDays(counted, recounted, span);
  const months = await besideMonths(scope, { expected, span }, figures);
  return [...besideDays(counted, recounted, span), ...months].flatMap((pair) =>
    compareSlots(scope, pair),
  );
};
