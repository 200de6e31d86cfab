import { describe, expect, it } from 'vitest';

import { brokenAct } from '../../../shared/domain/access/act.ts';
import type { ActFacts } from '../../../shared/domain/access/act.ts';
import { Month } from '../../../shared/domain/time/month.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { sha256 } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';
import { pagesOf } from './pages.ts';
import { times } from './sample.ts';
import type { GivenStores } from './sample.ts';

const askedAt = (moment: string, by = 'u-1'): ActFacts => ({
  phase: 'asked',
  at: at(moment),
  by,
  roles: ['system_admin'],
  area: '330600',
  call: 'POST /v1/pads',
  subject: { area: '330602' },
});

export const actLogContract = (given: GivenStores): void => {
  describe('a log of acts', () => {
    it('links what many append at the same moment, and loses nothing', async () => {
      const { acts } = given();
      const people = times(8, (index) => `u-${index}`);
      const [month, moment] = [Month.parse('2026-08'), '2026-08-31T23:59:59+08:00'];
      await Promise.all(people.map((by) => acts.append(askedAt(moment, by))));
      const pages = await pagesOf((page) => acts.ofMonth(month, page), 3);
      const listed = pages.flat().toReversed();
      const writers = listed.map((act) => (act.phase === 'asked' ? act.by : ''));
      expect(writers.toSorted()).toEqual(people);
      const before = await acts.find((listed[0]?.number ?? 0) - 1);
      expect(brokenAct(listed, sha256, before)).toBeUndefined();
    });

    it('returns a part of the chain from any number on, and whether more follows', async () => {
      const { acts } = given();
      const moments = ['2026-07-01', '2026-07-02', '2026-07-03'] as const;
      const made = [];
      for (const day of moments) made.push(await acts.append(askedAt(`${day}T09:00:00+08:00`)));
      const [first, second, third] = made.map(({ number }) => number);
      const sound = { unreadable: [], misplaced: [] };
      const two = await acts.part(first!, 2);
      expect(two).toEqual({ acts: made.slice(0, 2), ...sound, isLast: false });
      const rest = await acts.part(third!, 2);
      expect(rest).toEqual({ acts: made.slice(2), ...sound, isLast: true });
      expect((await acts.part(second!, 9)).acts).toEqual(made.slice(1));
      expect(await acts.part(third! + 1, 2)).toEqual({ acts: [], ...sound, isLast: true });
    });

    it('takes out acts from its beginning, and goes on with the next number', async () => {
      const { acts } = given();
      const made = [];
      for (const n of [1, 2, 3]) made.push(await acts.append(askedAt(`2026-06-0${n}T09:00:00Z`)));
      const [first, second, third] = made;
      await acts.remove({ from: first!.number, through: second!.number });
      const { acts: left } = await acts.part(first!.number, 9);
      expect(left).toEqual([third]);
      expect(await acts.find(second!.number)).toBeUndefined();
      const june = await acts.ofMonth(Month.parse('2026-06'), { limit: 9 });
      expect(june.items).toEqual([third]);
      const next = await acts.append(askedAt('2026-06-04T09:00:00Z'));
      expect(next).toMatchObject({ number: third!.number + 1, previous: third!.hash });
    });

    it('lists a month of Shanghai, the newest first, each act as it was appended', async () => {
      const { acts } = given();
      const last = await acts.append(askedAt('2026-09-30T23:59:59+08:00'));
      const first = await acts.append(askedAt('2026-10-01T00:00:00+08:00'));
      const about = { approvalId: 'AP1', power: 'pad', padId: 'P1' };
      const ended: ActFacts = {
        phase: 'ended',
        at: first.at,
        of: first.number,
        status: 202,
        about,
      };
      const next = await acts.append(ended);
      expect(next).toMatchObject({ about });
      expect(next).toMatchObject({ number: first.number + 1, previous: first.hash });
      expect(await acts.find(next.number)).toEqual(next);
      expect(await acts.find(next.number + 1)).toBeUndefined();
      const inMonth = async (month: string) =>
        (await acts.ofMonth(Month.parse(month), { limit: 9 })).items;
      expect(await inMonth('2026-10')).toEqual([next, first]);
      expect(await inMonth('2026-09')).toEqual([last]);
      const lost = acts.ofMonth(Month.parse('2026-10'), { limit: 2, cursor: 'none' });
      await expect(lost).rejects.toThrow(CursorRefused);
    });
  });
};
