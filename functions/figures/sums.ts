import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import { sumOf } from '../../shared/domain/figures/slot.ts';
import type { Counts } from '../../shared/domain/figures/slot.ts';
import type { DayCounts, FigureStore } from '../../shared/port/figures/store.ts';

/** Returns one sum for each group of counters, in their order. */
export const sumsOfEach = async (
  groups: readonly (readonly Scope[])[],
  span: DaySpan,
  figures: Pick<FigureStore, 'sums'>,
): Promise<readonly Counts[]> => {
  const owners = groups.flatMap((group, index) => group.map(() => index));
  const sums = await figures.sums(groups.flat(), span);
  const byOwner = Map.groupBy(sums.entries(), ([place]) => owners[place]);
  return groups.map((_group, index) =>
    sumOf((byOwner.get(index) ?? []).map(([, { counts }]) => counts)),
  );
};

/** Returns one row for each day on which any of the counters has a count, in order. */
export const daysOfAll = async (
  counters: readonly Scope[],
  span: DaySpan,
  figures: Pick<FigureStore, 'days'>,
): Promise<readonly DayCounts[]> => {
  const rows = await Promise.all(counters.map((one) => figures.days(one, span)));
  return [...Map.groupBy(rows.flat(), ({ day }) => day)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, same]) => ({ day, counts: sumOf(same.map(({ counts }) => counts)) }));
};
