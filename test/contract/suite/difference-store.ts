import { describe, expect, it } from 'vitest';

import {
  settleDifference,
  reviseDifferences,
} from '../../../shared/domain/reconciliation/difference.ts';
import type { Difference } from '../../../shared/domain/reconciliation/difference.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import type { Reconciliation } from '../../../shared/port/reconciliation/difference-store.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, later, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

/** Separate days, so that the tests on one table do not interfere. */
const dayOf = (text: string): CivilDate => civilDate(text)!;

const found = (n: number) =>
  ({
    finding: 'missing_at_center',
    subject: { of: 'rating', projectNo: `P${n}`, serviceNumber: 1, assessNumber: 1 },
    creditCode: '11330600MB1A2B3C49',
    ours: { satisfaction: '5' },
  }) as const;

const opened = (day: CivilDate, count: number): readonly Difference[] =>
  reviseDifferences([], { day, found: times(count, found), at: friday });

const closed = (item: Difference): Difference =>
  reviseDifferences([item], { day: item.day, found: [], at: friday })[0]!;

const result = (day: string, more: Partial<Reconciliation> = {}): Reconciliation => ({
  day: dayOf(day),
  at: friday,
  state: 'equal',
  ratings: { ours: 3, theirs: 3 },
  steps: { ours: 0, theirs: 0 },
  found: {},
  ...more,
});

export const differenceStoreContract = (given: GivenStores): void => {
  describe('a difference store', () => {
    it('keeps a difference by its id, against the version before it', async () => {
      const { differences } = given();
      const [item] = opened(dayOf('2019-03-01'), 1);
      expect(await differences.find(item!.id)).toBeUndefined();
      const writers = times(4, () => () => differences.save(item!));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 3 });
      expect(await differences.find(item!.id)).toEqual(item);
      const next = closed(item!);
      expect(await differences.save(next)).toBe('saved');
      expect(await differences.find(item!.id)).toEqual(next);
    });

    it('has those of a day in every state, and of no other day', async () => {
      const { differences } = given();
      const day = dayOf('2019-03-02');
      const [first, second, third] = opened(day, 3);
      for (const item of [first!, second!, third!]) await differences.save(item);
      const settled = settleDifference(second!, { by: 'u-1', note: 'n', at: friday });
      if (!settled.ok) throw new Error(settled.reason);
      await differences.save(closed(first!));
      await differences.save(settled.difference);
      for (const other of opened(dayOf('2019-03-03'), 1)) await differences.save(other);
      const states = (await differences.ofDay(day)).map(({ state }) => state);
      expect(states).toEqual(['closed', 'settled', 'open']);
    });

    it('lists what is open, the earliest day first, page by page', async () => {
      const { differences } = given();
      const days = ['2019-04-02', '2019-04-01'].map(dayOf);
      for (const day of days) {
        for (const item of opened(day, 3)) await differences.save(item);
      }
      const [gone] = await differences.ofDay(dayOf('2019-04-01'));
      await differences.save(closed(gone!));
      const pages = await pagesOf((page) => differences.open(page), 2);
      const own = pages.flat().filter(({ day }) => days.includes(day));
      expect(own.map(({ day }) => day)).toEqual([
        ...Array<string>(2).fill('2019-04-01'),
        ...Array<string>(3).fill('2019-04-02'),
      ]);
      expect(pages.every((page) => page.length <= 2)).toBe(true);
      await expect(differences.open({ limit: 2, cursor: 'x' })).rejects.toThrow(CursorRefused);
    });

    it('keeps the latest result of each day, the newest days first', async () => {
      const { differences } = given();
      const late = result('2099-01-02', { at: later(friday, 5), state: 'different' });
      await differences.keep(result('2099-01-01'));
      await differences.keep(late);
      await differences.keep(result('2099-01-02'));
      await differences.keep(result('2098-12-31', { state: 'unreachable', why: 'no_answer' }));
      expect(await differences.latest(2)).toEqual([late, result('2099-01-01')]);
      const again = result('2099-01-01', { at: later(friday, 9), found: { rejected: 2 } });
      await differences.keep(again);
      expect((await differences.latest(3))[1]).toEqual(again);
    });
  });
};
