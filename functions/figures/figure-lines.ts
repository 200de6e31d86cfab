import type * as z from 'zod/mini';

import type { FiguresView, Split } from '../../events/figures/view.ts';
import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import { sumOf } from '../../shared/domain/figures/slot.ts';
import type { Counts } from '../../shared/domain/figures/slot.ts';
import { channels } from '../../shared/domain/rating/channel.ts';
import { monthOf } from '../../shared/domain/time/day-span.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import { lineOf } from './figure-line.ts';
import type { Scores } from './figure-line.ts';
import { partsWithin, requireFew } from './parts.ts';
import type { MemberSplit, PartSource } from './parts.ts';
import { daysOfAll, sumsOfEach } from './sums.ts';

type Line = z.infer<typeof FiguresView>['lines'][number];

export interface Lines {
  readonly total: Counts;
  readonly lines: readonly Line[];
}

interface Where {
  readonly scope: Scope;
  /** Their sum is the scope. */
  readonly counters: readonly Scope[];
  readonly span: DaySpan;
}

interface Given extends PartSource {
  readonly figures: FigureStore;
  readonly scores: Scores;
}

const totalOf = async ({ counters, span }: Where, { figures }: Given): Promise<Counts> =>
  (await sumsOfEach([counters], span, figures))[0] ?? {};

const byTime = async (
  unit: 'day' | 'month',
  { counters, span }: Where,
  { figures, scores }: Given,
): Promise<Lines> => {
  const days = await daysOfAll(counters, span, figures);
  const groups = Map.groupBy(days, ({ day }) => (unit === 'day' ? day : monthOf(day)));
  const sums = [...groups].map(([key, same]) => ({
    key,
    counts: sumOf(same.map((one) => one.counts)),
  }));
  return {
    total: sumOf(sums.map(({ counts }) => counts)),
    lines: sums.map(({ key, counts }) => ({ key, ...lineOf(counts, scores) })),
  };
};

const byChannel = (total: Counts): readonly Line[] =>
  channels.flatMap((channel) => {
    const [rated, bad] = [total[`rated_by:${channel}`] ?? 0, total[`bad_by:${channel}`] ?? 0];
    return rated + bad === 0 ? [] : [{ key: channel, counts: { rated, bad } }];
  });

const byMember = async (
  by: MemberSplit,
  { scope, span }: Where,
  given: Given,
): Promise<readonly Line[]> => {
  const { figures, scores } = given;
  const parts = await partsWithin(scope, by, given);
  requireFew(parts, span);
  const sums = await sumsOfEach(
    parts.map(({ counters }) => counters),
    span,
    figures,
  );
  return parts.flatMap(({ id, name }, index) => {
    const counts = sums[index] ?? {};
    if (Object.keys(counts).length === 0) return [];
    return [{ key: id, ...(name !== undefined && { name }), ...lineOf(counts, scores) }];
  });
};

/** Returns the totals of a scope, and one line for each part that has any counts. */
export const linesBy = async (by: Split, where: Where, given: Given): Promise<Lines> => {
  if (by === 'day' || by === 'month') return byTime(by, where, given);
  const total = await totalOf(where, given);
  if (by === 'none') return { total, lines: [] };
  const lines = by === 'channel' ? byChannel(total) : await byMember(by, where, given);
  return { total, lines };
};
