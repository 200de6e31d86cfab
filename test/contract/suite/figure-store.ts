import { describe, expect, it } from 'vitest';

import type { FigureMember } from '../../../shared/domain/figures/member.ts';
import type { DaySpan, Scope } from '../../../shared/domain/figures/scope.ts';
import type { Counts } from '../../../shared/domain/figures/slot.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import type { ChangeDeltas } from '../../../shared/port/figures/store.ts';
import { friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const day = (text: string): CivilDate => {
  const date = civilDate(text);
  if (date === undefined) throw new Error(`not a day: ${text}`);
  return date;
};
const spanOf = (from: string, to: string): DaySpan => ({ from: day(from), to: day(to) });

/** A scope that no other test uses. */
const scope = (): Scope => ({ kind: 'hall', id: unique('H') });

const adds = (
  to: Scope,
  sequence: number,
  lines: readonly (readonly [string, Counts])[],
): ChangeDeltas => ({
  sequence: String(sequence),
  at: later(friday, sequence),
  deltas: lines.map(([on, counts]) => ({ scope: to, day: day(on), counts })),
  members: [],
});

const november = spanOf('2026-11-01', '2026-11-30');

const sumsContract = (given: GivenStores): void => {
  describe('the sums of a figure store', () => {
    it('are empty where nothing was counted', async () => {
      const { figures } = given();
      const [one, other] = [scope(), scope()];
      expect(await figures.days(one, november)).toEqual([]);
      expect(await figures.sums([one, other], november)).toEqual([
        { scope: one, counts: {} },
        { scope: other, counts: {} },
      ]);
      expect(await figures.sums([], november)).toEqual([]);
    });

    it('stand by days and over any span, in the order of the scopes', async () => {
      const { figures } = given();
      const [one, other] = [scope(), scope()];
      const lines = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01', '2027-01-15'];
      const changes = lines.map((on, index) => adds(one, index + 1, [[on, { rated: index + 1 }]]));
      await figures.apply(unique('shard'), [
        ...changes,
        adds(other, 9, [['2026-11-05', { bad: 1 }]]),
      ]);
      expect(await figures.days(one, spanOf('2026-10-31', '2026-11-30'))).toEqual([
        { day: '2026-10-31', counts: { rated: 1 } },
        { day: '2026-11-01', counts: { rated: 2 } },
        { day: '2026-11-30', counts: { rated: 3 } },
      ]);
      const rated = async (from: string, to: string) =>
        (await figures.sums([one], spanOf(from, to)))[0]?.counts;
      expect(await rated('2026-11-01', '2026-11-30')).toEqual({ rated: 5 });
      expect(await rated('2026-10-31', '2026-12-01')).toEqual({ rated: 10 });
      expect(await rated('2026-11-02', '2027-01-31')).toEqual({ rated: 12 });
      expect(await rated('2026-11-02', '2026-11-29')).toEqual({});
      expect(await figures.sums([other, one], november)).toEqual([
        { scope: other, counts: { bad: 1 } },
        { scope: one, counts: { rated: 5 } },
      ]);
    });

    it('hold what was added less what was taken off, and no line for a day that is empty again', async () => {
      const { figures } = given();
      const one = scope();
      const shard = unique('shard');
      await figures.apply(shard, [adds(one, 1, [['2026-11-05', { 'state:open': 1, bad: 1 }]])]);
      await figures.apply(shard, [
        adds(one, 2, [['2026-11-05', { 'state:open': -1, 'state:closed': 1 }]]),
        adds(one, 3, [['2026-11-06', { rated: 1 }]]),
        adds(one, 4, [['2026-11-06', { rated: -1 }]]),
      ]);
      expect(await figures.days(one, november)).toEqual([
        { day: '2026-11-05', counts: { bad: 1, 'state:closed': 1 } },
      ]);
    });

    it('of more scopes than one call can ask for are all there', async () => {
      const { figures } = given();
      const many = times(130, () => scope());
      const shard = unique('shard');
      const all = many.map((one, index) => adds(one, index + 1, [['2026-11-05', { rated: 1 }]]));
      await figures.apply(shard, all);
      const sums = await figures.sums(many, spanOf('2026-11-04', '2026-11-05'));
      expect(sums).toEqual(many.map((one) => ({ scope: one, counts: { rated: 1 } })));
    });
  });
};

const onceContract = (given: GivenStores): void => {
  describe('a figure store, given changes again', () => {
    it('adds nothing twice, whatever the batches', async () => {
      const { figures } = given();
      const one = scope();
      const shard = unique('shard');
      const changes = times(12, (index) =>
        adds(one, index + 1, [[index % 2 === 0 ? '2026-11-05' : '2026-11-06', { rated: 1 }]]),
      );
      for (const [from, to] of [
        [0, 5],
        [0, 5],
        [2, 9],
        [0, 12],
        [11, 12],
        [0, 12],
      ]) {
        await figures.apply(shard, changes.slice(from, to));
      }
      expect(await figures.days(one, november)).toEqual([
        { day: '2026-11-05', counts: { rated: 6 } },
        { day: '2026-11-06', counts: { rated: 6 } },
      ]);
      expect((await figures.sums([one], november))[0]?.counts).toEqual({ rated: 12 });
    });

    it('keeps shards apart: the same sequence in another one is another change', async () => {
      const { figures } = given();
      const one = scope();
      const change = adds(one, 7, [['2026-11-05', { rated: 1 }]]);
      for (const shard of [unique('shard'), unique('shard')]) await figures.apply(shard, [change]);
      expect((await figures.sums([one], november))[0]?.counts).toEqual({ rated: 2 });
    });

    it('loses nothing when many shards write one counter at the same moment', async () => {
      const { figures } = given();
      const one = scope();
      const shards = times(4, () => unique('shard'));
      await Promise.all(
        shards.map(async (shard) => {
          for (const sequence of [1, 2, 3]) {
            const change = adds(one, sequence, [['2026-11-05', { rated: 1 }]]);
            await figures.apply(shard, [change]);
            await figures.apply(shard, [change]);
          }
        }),
      );
      expect((await figures.sums([one], november))[0]?.counts).toEqual({ rated: 12 });
    });

    it('tells when the newest change was made that it has', async () => {
      const { figures } = given();
      const ahead = later(friday, 3_600_000);
      const shard = unique('shard');
      const change = adds(scope(), 2, [['2026-11-05', { rated: 1 }]]);
      await figures.apply(shard, [{ ...change, at: ahead }]);
      expect(await figures.appliedUntil()).toBe(ahead);
      await figures.apply(unique('shard'), [{ ...change, at: friday }]);
      expect(await figures.appliedUntil()).toBe(ahead);
    });
  });
};

const met = (member: FigureMember, sequence = 1): ChangeDeltas => ({
  sequence: String(sequence),
  at: friday,
  deltas: [],
  members: [member],
});

const member = (id: string, area: string, kind: FigureMember['kind'] = 'matter'): FigureMember => ({
  kind,
  id,
  area,
  name: '事项',
  firstAt: friday,
});

const hours = (n: number) => later(friday, n * 3_600_000);

const membersContract = (given: GivenStores): void => {
  describe('the members of a figure store', () => {
    it('are those of a kind, of one area or several', async () => {
      const { figures } = given();
      const [a, b, c] = [unique('m'), unique('m'), unique('m')];
      const all = [member(a, '330602'), member(b, '330602'), member(b, '330681')];
      await figures.apply(unique('shard'), [
        ...all.map((one, index) => met(one, index + 1)),
        met(member(c, '330602', 'staff'), 9),
      ]);
      const ids = new Set([a, b, c]);
      const found = async (kind: FigureMember['kind'], ...areas: readonly string[]) =>
        (await figures.members(kind, areas)).filter(({ id }) => ids.has(id));
      expect(await found('matter', '330602')).toEqual(all.slice(0, 2));
      expect(await found('matter', '330681')).toEqual(all.slice(2));
      expect(await found('matter', '330681', '330602')).toEqual(all);
      expect(await found('staff', '330602')).toHaveLength(1);
      expect(await found('staff', '330681')).toEqual([]);
    });

    it('are met first and last, in whatever order and however often it is told', async () => {
      const { figures } = given();
      const id = unique('d');
      const seen = { kind: 'department', id, area: '330653' } as const;
      const shard = unique('shard');
      const sights: readonly FigureMember[] = [
        { ...seen, firstAt: hours(48), lastRatedAt: hours(48) },
        { ...seen, name: '测试局', firstAt: friday, lastFinishedAt: hours(24) },
        { ...seen, firstAt: hours(24), lastRatedAt: hours(24) },
        { ...seen, firstAt: hours(72), lastRatedAt: hours(72) },
      ];
      for (const [index, sight] of sights.entries()) {
        await figures.apply(shard, [met(sight, index + 1)]);
      }
      await figures.apply(shard, sights.map(met));
      const one = (await figures.members('department', ['330653'])).find(
        (known) => known.id === id,
      );
      expect(one).toEqual({
        ...seen,
        name: '测试局',
        firstAt: friday,
        lastFinishedAt: hours(24),
        lastRatedAt: hours(72),
      });
    });
  });
};

export const figureStoreContract = (given: GivenStores): void => {
  sumsContract(given);
  onceContract(given);
  membersContract(given);
};
