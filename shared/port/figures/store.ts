import type { FigureMember } from '../../domain/figures/member.ts';
import type { DaySpan, Scope, ScopeKind } from '../../domain/figures/scope.ts';
import type { Counts } from '../../domain/figures/slot.ts';
import type { CivilDate, Instant } from '../../domain/time/instant.ts';

export interface DayCounts {
  readonly day: CivilDate;
  readonly counts: Counts;
}

interface ScopeCounts {
  readonly scope: Scope;
  readonly counts: Counts;
}

/** What one change adds to the counters it touches; `sequence` is its position in its shard. */
export interface ChangeDeltas {
  readonly sequence: string;
  /** When the change was made; the mark of a shard may be dropped two days later. */
  readonly at: Instant;
  readonly deltas: readonly {
    readonly scope: Scope;
    readonly day: CivilDate;
    readonly counts: Counts;
  }[];
  readonly members: readonly FigureMember[];
}

/** 统计计数: sums that are folded from the change stream, each change exactly once. */
export interface FigureStore {
  /**
   * Adds the changes of one shard, in order. Any part of them that was added before, by any batch,
   * is not added again. When it throws, the same changes may be passed again.
   */
  apply(shard: string, changes: readonly ChangeDeltas[]): Promise<void>;
  /** Returns one row for each day that has any count, in order; at most 366 days. */
  days(scope: Scope, span: DaySpan): Promise<readonly DayCounts[]>;
  /** Returns sums over a span, in the order of `scopes`; a whole month is read as one item. */
  sums(scopes: readonly Scope[], span: DaySpan): Promise<readonly ScopeCounts[]>;
  /**
   * Returns every member of that kind in these areas (6 digits each). The areas themselves are
   * members of the city.
   */
  members(kind: ScopeKind, areas: readonly string[]): Promise<readonly FigureMember[]>;
  /** Returns when the newest change in the sums was made; undefined while there is none. */
  appliedUntil(): Promise<Instant | undefined>;
}
