import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { newCounter, applyTouches, touchedByAll } from '../../../shared/domain/figures/counter.ts';
import type { Addition, Touch } from '../../../shared/domain/figures/counter.ts';
import type { Scope } from '../../../shared/domain/figures/scope.ts';
import { nonZero, sumOf } from '../../../shared/domain/figures/slot.ts';
import type { Counts } from '../../../shared/domain/figures/slot.ts';
import { monthOf } from '../../../shared/domain/time/day-span.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { at, day } from '../time/shanghai.ts';
import { Counters, nameOf, Worker } from './figure-model.ts';
import type { Shard } from './figure-model.ts';

const scopes: readonly Scope[] = [
  { kind: 'city', id: '330600' },
  { kind: 'area', id: '330602' },
  { kind: 'department', id: 'D1' },
];
const days = [day('2026-11-29'), day('2026-11-30'), day('2026-12-01')];

const delta = fc.record({
  scope: fc.constantFrom(...scopes),
  day: fc.constantFrom(...days),
  counts: fc.record(
    { rated: fc.integer({ min: -2, max: 2 }), bad: fc.integer({ min: -1, max: 1 }) },
    { requiredKeys: [] },
  ),
});

/** A change affects few counters, so that most batches do not affect all of them. */
const changes = fc.array(fc.array(delta, { maxLength: 3 }), { maxLength: 25 });

const start = at('2026-12-01 09:00');
/** A steerable clock jumps: the moments of two shards may be weeks apart. */
const leap = fc.integer({ min: 0, max: 40 * 86_400_000 });

const additions = (all: readonly Addition['deltas'][], first: number, ms: number): Addition[] =>
  all.map((deltas, index) => ({
    // Later sequence numbers have more digits: they are compared as numbers, not as text.
    sequence: String(first + index * 7),
    at: fromEpoch(toEpoch(start) + ms),
    deltas,
  }));

/** Three shards; the third and fourth result from a split of the first. */
const shards: fc.Arbitrary<readonly Shard[]> = fc
  .tuple(
    fc.array(changes, { minLength: 4, maxLength: 4 }),
    fc.array(leap, { minLength: 4, maxLength: 4 }),
  )
  .map(([lists, leaps]) =>
    ['a', 'b', 'a1', 'a2'].map((name, index) => ({
      name,
      parent: name.length > 1 ? 'a' : undefined,
      changes: additions(lists[index] ?? [], name.length > 1 ? 500 : 5, leaps[index] ?? 0),
    })),
  );

/** The next event: a worker continues, crashes, or a delayed write arrives. */
const event = fc.record({
  worker: fc.nat(3),
  batch: fc.integer({ min: 1, max: 9 }),
  what: fc.oneof(
    { weight: 20, arbitrary: fc.constant('step' as const) },
    { weight: 1, arbitrary: fc.constant('crash' as const) },
    { weight: 1, arbitrary: fc.constant('arrive' as const) },
  ),
  back: fc.nat(12),
});

const expectedOf = (all: readonly Shard[]): ReadonlyMap<string, Counts> => {
  const sums = new Map<string, Counts>();
  const add = (name: string, counts: Counts): void =>
    void sums.set(name, sumOf([sums.get(name) ?? {}, counts]));
  for (const { deltas } of all.flatMap((shard) => shard.changes)) {
    for (const { scope, day: on, counts } of deltas) {
      add(`${scope.kind}#${scope.id}#DAY#${on}`, counts);
      add(`${scope.kind}#${scope.id}#MONTH#${monthOf(on)}`, counts);
    }
  }
  return sums;
};

const asNonZero = (entries: Iterable<readonly [string, Counts]>) =>
  Object.fromEntries(
    [...entries]
      .map(([name, counts]) => [name, nonZero(counts)] as const)
      .filter(([, counts]) => Object.keys(counts).length > 0),
  );

describe('counters that any number of workers fold into', () => {
  it('take every change exactly once, whatever is split, repeated, interleaved or cut off', () => {
    fc.assert(
      fc.property(shards, fc.array(event, { minLength: 200, maxLength: 900 }), (all, events) => {
        const counters = new Counters();
        const workers = all.map((shard) => new Worker(shard, counters));
        const under = (name: string | undefined) =>
          workers.find(({ shard }) => shard.name === name)?.isDone ?? true;
        const late: (() => void)[] = [];
        for (const { worker: index, batch, what, back } of events) {
          const worker = workers[index]!;
          if (!under(worker.shard.parent)) continue;
          if (what === 'step') worker.step(batch);
          else if (what === 'crash') late.push(worker.crash(back) ?? (() => undefined));
          else late.shift()?.();
        }
        for (const worker of workers) while (!worker.isDone) worker.step(4);
        late.forEach((write) => write());
        expect(asNonZero(counters.entries())).toEqual(asNonZero(expectedOf(all)));
      }),
      { numRuns: 300 },
    );
  });
});

const hours = (n: number): Instant => fromEpoch(toEpoch(start) + n * 3_600_000);

const touch = (sequence: string, counts: Counts, moment: Instant = start): Touch => ({
  sequence,
  at: moment,
  counts,
});

describe('a counter', () => {
  it('compares sequence numbers as numbers', () => {
    const one = applyTouches(newCounter, 's', [touch('99', { rated: 1 })])!;
    expect(applyTouches(one, 's', [touch('99', { rated: 1 })])).toBeUndefined();
    expect(applyTouches(one, 's', [touch('100', { rated: 1 })])?.counts).toEqual({ rated: 2 });
    const far = '49590338271490256608559692538361571095921575989136588898';
    expect(applyTouches(one, 's', [touch(far, { rated: 1 })])?.marks).toEqual({
      s: { sequence: far, at: start },
    });
  });

  it('notes how far it is even when the changes sum up to nothing', () => {
    const both = [touch('1', { rated: 1 }), touch('2', { rated: -1 })];
    const counter = applyTouches(newCounter, 's', both)!;
    expect(counter).toEqual({ counts: {}, marks: { s: { sequence: '2', at: start } } });
    expect(applyTouches(counter, 's', both.slice(1))).toBeUndefined();
  });

  it('is not touched by a change that adds nothing to it', () => {
    const scope = scopes[0]!;
    const moved = { scope, counts: { rated: 1 } };
    const [change] = additions(
      [
        [
          { ...moved, day: days[0]! },
          { ...moved, day: days[1]!, counts: { rated: -1 } },
          { ...moved, day: days[2]!, counts: { rated: 0 } },
        ],
      ],
      1,
      0,
    );
    const names = touchedByAll([change!]).map(nameOf);
    expect(names).toEqual(['city#330600#DAY#2026-11-29', 'city#330600#DAY#2026-11-30']);
  });

  it('is written once for all changes that touch it, in their order', () => {
    const scope = scopes[0]!;
    const changed = (n: number) => ({ scope, day: days[n]!, counts: { rated: n + 1 } });
    const all = additions([[changed(0), changed(1)], [changed(1)]], 5, 0);
    const touched = touchedByAll(all).map((one) => ({
      name: nameOf(one),
      touches: one.touches.map(({ sequence, counts }) => [sequence, counts.rated]),
    }));
    expect(touched).toEqual([
      { name: 'city#330600#DAY#2026-11-29', touches: [['5', 1]] },
      {
        name: 'city#330600#MONTH#2026-11',
        touches: [
          ['5', 3],
          ['12', 2],
        ],
      },
      {
        name: 'city#330600#DAY#2026-11-30',
        touches: [
          ['5', 2],
          ['12', 2],
        ],
      },
    ]);
  });

  it('remembers a shard until two days are over since its last change', () => {
    const moments = [0, 0.001, 40, 41, 42, 43, 44, 45, 46, 47, 48];
    const marked = moments.reduce(
      (counter, n) => applyTouches(counter, `s${n}`, [touch('1', { rated: 1 }, hours(n))])!,
      newCounter,
    );
    expect(Object.keys(marked.marks)).toContain('s0');
    const next = applyTouches(marked, 'next', [touch('1', { rated: 1 }, hours(48.0005))])!;
    expect(Object.keys(next.marks)).not.toContain('s0');
    expect(Object.keys(next.marks)).toContain('s0.001');
  });

  it('forgets a shard two days after its last change, but the newest eight and its own never', () => {
    const marked = Array.from({ length: 20 }, (_, n) => n).reduce(
      (counter, n) => applyTouches(counter, `s${n}`, [touch('1', { rated: 1 }, hours(n * 24))])!,
      newCounter,
    );
    expect(Object.keys(marked.marks).toSorted()).toEqual(
      [12, 13, 14, 15, 16, 17, 18, 19].map((n) => `s${n}`),
    );
    const young = Array.from({ length: 20 }, (_, n) => n).reduce(
      (counter, n) => applyTouches(counter, `s${n}`, [touch('1', { rated: 1 }, hours(n * 2))])!,
      newCounter,
    );
    expect(Object.keys(young.marks)).toHaveLength(20);
    const old = applyTouches(marked, 'late', [touch('1', { rated: 1 }, hours(0))])!;
    expect(applyTouches(old, 'late', [touch('1', { rated: 1 }, hours(0))])).toBeUndefined();
    expect(old.counts).toEqual({ rated: 21 });
  });
});
