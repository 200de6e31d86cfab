import { mergedMember, tellsMore } from '../../shared/domain/figures/member.ts';
import type { FigureMember } from '../../shared/domain/figures/member.ts';
import { scopeName } from '../../shared/domain/figures/scope.ts';
import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import { isNothing, nonZero, sumOf } from '../../shared/domain/figures/slot.ts';
import type { Counts } from '../../shared/domain/figures/slot.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import { later } from '../../shared/domain/time/instant.ts';
import type { ChangeDeltas, DayCounts, FigureStore } from '../../shared/port/figures/store.ts';
import { copyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const isAfter = (a: string, b: string | undefined): boolean =>
  b === undefined || BigInt(a) > BigInt(b);

const within = ({ from, to }: DaySpan, day: CivilDate): boolean => from <= day && day <= to;

/**
 * Sums in one memory; each call is one turn, so one position per shard records what was applied.
 */
export const fakeFigureStore = (memory: Memory): FigureStore => {
  const days = new Map<string, Map<CivilDate, Counts>>();
  const members = new Map<string, FigureMember>();
  const applied = new Map<string, string>();
  let until: Instant | undefined;

  const add = ({ scope, day, counts }: ChangeDeltas['deltas'][number]): void => {
    const ofScope = days.get(scopeName(scope)) ?? new Map<CivilDate, Counts>();
    ofScope.set(day, sumOf([ofScope.get(day) ?? {}, counts]));
    days.set(scopeName(scope), ofScope);
  };
  const meet = (seen: FigureMember): void => {
    const key = `${seen.area}#${scopeName(seen)}`;
    const known = members.get(key);
    const next = known === undefined ? seen : mergedMember(known, seen);
    if (known === undefined || tellsMore(known, next)) members.set(key, copyOf(next));
  };
  const linesOf = (scope: Scope, span: DaySpan): readonly DayCounts[] =>
    [...(days.get(scopeName(scope)) ?? new Map<CivilDate, Counts>())]
      .map(([day, counts]) => ({ day, counts: nonZero(counts) }))
      .filter(({ day, counts }) => within(span, day) && !isNothing(counts))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1));

  return {
    async apply(shard, changes) {
      await memory.turn();
      for (const change of changes) {
        change.members.forEach((member) => meet(member));
        if (!isAfter(change.sequence, applied.get(shard))) continue;
        change.deltas.forEach((delta) => add(delta));
        applied.set(shard, change.sequence);
        until = until === undefined ? change.at : later(until, change.at);
      }
    },
    async days(scope, span) {
      await memory.turn();
      return copyOf(linesOf(scope, span));
    },
    async sums(scopes, span) {
      await memory.turn();
      return scopes.map((scope) => ({
        scope,
        counts: copyOf(sumOf(linesOf(scope, span).map(({ counts }) => counts))),
      }));
    },
    async members(kind, areas) {
      await memory.turn();
      return [...members.values()]
        .filter((member) => member.kind === kind && areas.includes(member.area))
        .toSorted((a, b) => (`${a.area}#${a.id}` < `${b.area}#${b.id}` ? -1 : 1))
        .map(copyOf);
    },
    async appliedUntil() {
      await memory.turn();
      return until;
    },
  };
};
