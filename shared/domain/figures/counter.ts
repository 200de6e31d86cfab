/**
 * 计数器: one sum for one scope and one day or month, and the position of each shard of the change
 * stream in it.
 *
 * Why every change counts exactly once: the changes of a shard arrive in the order of their
 * sequence numbers, and a batch begins at or before the first change that is not in all its
 * counters. So when a counter has taken a change, it has taken every earlier change of that shard
 * that concerns it. Its mark, the highest sequence number taken, says what to skip when the same
 * changes arrive again: in other batches, after only some counters were written, or while another
 * worker still writes. Each shard has its own mark, because the order across shards has no meaning;
 * a shard that was split continues as other shards, and no change is in both.
 */
import { compareTexts } from '../text/order.ts';
import { monthOf } from '../time/day-span.ts';
import { fromEpoch, later, toEpoch } from '../time/instant.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import { scopeName } from './scope.ts';
import type { Scope } from './scope.ts';
import { isNothing, nonZero, sumOf } from './slot.ts';
import type { Counts } from './slot.ts';

interface Mark {
  /** The highest sequence number taken from the shard, as decimal text. */
  readonly sequence: string;
  /** When that change was made. */
  readonly at: Instant;
}

export interface Counter {
  readonly counts: Counts;
  readonly marks: Readonly<Record<string, Mark>>;
}

export const newCounter: Counter = { counts: {}, marks: {} };

/** What one change of a shard adds to one counter. */
export interface Touch extends Mark {
  readonly counts: Counts;
}

/** Identifies a counter: `DAY#<day>` or `MONTH#<yyyy-mm>` of a scope. */
export interface CounterKey {
  readonly scope: Scope;
  readonly period: string;
}

export interface Touched extends CounterKey {
  /** In the order of their sequence numbers. */
  readonly touches: readonly Touch[];
}

export const dayPeriod = (day: CivilDate): string => `DAY#${day}`;
export const monthPeriod = (month: string): string => `MONTH#${month}`;

/** What one change of a shard adds, as it arrives. */
export interface Addition {
  readonly sequence: string;
  readonly at: Instant;
  readonly deltas: readonly {
    readonly scope: Scope;
    readonly day: CivilDate;
    readonly counts: Counts;
  }[];
}

const nameOf = ({ scope, period }: CounterKey): string => `${scopeName(scope)}#${period}`;

/** Returns the counters that a change touches: those to which it adds something. */
const touchedBy = ({ sequence, at, deltas }: Addition): readonly Touched[] => {
  const parts = deltas.flatMap(({ scope, day, counts }) =>
    [dayPeriod(day), monthPeriod(monthOf(day))].map((period) => ({ scope, period, counts })),
  );
  return [...Map.groupBy(parts, nameOf).values()].flatMap((same) => {
    const counts = sumOf(same.map((part) => part.counts));
    if (isNothing(counts)) return [];
    const touches = [{ sequence, at, counts }];
    return same.slice(0, 1).map(({ scope, period }) => ({ scope, period, touches }));
  });
};

/**
 * Groups the changes of one shard by the counters they touch, so that a hot counter is written once
 * for all of them.
 */
export const touchedByAll = (changes: readonly Addition[]): readonly Touched[] =>
  [...Map.groupBy(changes.flatMap(touchedBy), nameOf).values()].flatMap((same) =>
    same.slice(0, 1).map((one) => ({ ...one, touches: same.flatMap(({ touches }) => touches) })),
  );

const isAfter = (touch: Mark, mark: Mark | undefined): boolean =>
  mark === undefined || BigInt(touch.sequence) > BigInt(mark.sequence);

/** A stream keeps its changes for one day, so a change this old does not arrive again. */
const forgottenAfterMs = 2 * 24 * 60 * 60 * 1000;
/** Kept whatever their age: when a clock jumps, age means nothing, and few shards cost little. */
const alwaysKept = 8;

const pruneMarks = (marks: Counter['marks'], shard: string): Counter['marks'] => {
  const newest = Object.values(marks)
    .map((mark) => mark.at)
    .reduce(later);
  const oldest = fromEpoch(toEpoch(newest) - forgottenAfterMs);
  const byAge = Object.entries(marks).toSorted(([, a], [, b]) => compareTexts(b.at, a.at));
  return Object.fromEntries(
    byAge.filter(([name, { at }], index) => index < alwaysKept || at >= oldest || name === shard),
  );
};

/** Returns the counter with the touches it has not taken yet; undefined when it has taken all. */
export const applyTouches = (
  counter: Counter,
  shard: string,
  touches: readonly Touch[],
): Counter | undefined => {
  const fresh = touches.filter((touch) => isAfter(touch, counter.marks[shard]));
  const last = fresh.at(-1);
  if (last === undefined) return undefined;
  const { sequence, at } = last;
  const marks = { ...counter.marks, [shard]: { sequence, at } };
  return {
    counts: nonZero(sumOf([counter.counts, ...fresh.map(({ counts }) => counts)])),
    // Written even when the sum is zero: some of these changes may arrive again without the others.
    marks: pruneMarks(marks, shard),
  };
};
