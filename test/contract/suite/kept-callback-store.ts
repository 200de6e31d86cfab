import { describe, expect, it } from 'vitest';

import { endKept, keepCallback, putBehind } from '../../../shared/domain/exchange/callback/kept.ts';
import type { KeptCallback } from '../../../shared/domain/exchange/callback/kept.ts';
import { callbackNotices } from '../../../shared/domain/notice/open-work-notice.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { pagesOf } from './pages.ts';
import { friday, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const sample = (more: Partial<KeptCallback> = {}): KeptCallback =>
  keepCallback({
    id: unique('K'),
    operation: 'evaluation.sync',
    reason: 'level_unreadable',
    at: friday,
    accessKey: 'AK1',
    projectNo: '330602261120000000017',
    readable: true,
    parts: 2,
    ...more,
  });

export const keptCallbackStoreContract = (given: GivenStores): void => {
  describe('kept callbacks', () => {
    it('are found with their content, in order', async () => {
      const { kept } = given();
      const one = sample({ parts: 12 });
      expect([await kept.find(one.id), await kept.parts(one.id)]).toEqual([undefined, []]);
      const parts = times(12, (number) => `1.part-${number}`);
      await kept.keep(one, parts, []);
      expect(await kept.find(one.id)).toEqual(one);
      expect(await kept.parts(one.id)).toEqual(parts);
    });

    it('have their notices, which a repeat does not write again', async () => {
      const { kept, notices } = given();
      const one = sample();
      const told = callbackNotices(one, shippedRules);
      await kept.keep(one, ['1.a'], told);
      for (const notice of told) expect(await notices.find(notice.id)).toMatchObject({ notice });
      await kept.keep(one, ['1.a'], [{ ...told[0]!, id: `${one.id}.other` }]);
      expect(await notices.find(`${one.id}.other`)).toBeUndefined();
    });

    it('keep the largest part', async () => {
      const { kept } = given();
      const one = sample();
      const parts = ['1.'.padEnd(250_000, 'x')];
      await kept.keep(one, parts, []);
      expect(await kept.parts(one.id)).toEqual(parts);
    });

    it('stay as they were first kept, of many at once too', async () => {
      const { kept } = given();
      const one = sample();
      await kept.keep(one, ['1.a', '1.b'], []);
      await Promise.all(
        times(4, (number) => kept.keep({ ...one, parts: 5 + number }, ['1.c', '1.d'], [])),
      );
      expect(await kept.find(one.id)).toEqual(one);
      expect(await kept.parts(one.id)).toEqual(['1.a', '1.b']);
    });

    it('are saved when they follow what is stored, and listed by state, the earliest first', async () => {
      const { kept } = given();
      const made = times(3, (number) =>
        sample({ at: fromEpoch(toEpoch(friday) + number * 60_000) }),
      );
      for (const one of made.toReversed()) await kept.keep(one, ['1.a'], []);
      const [first, ...others] = made;
      if (first === undefined) throw new Error('three were made');
      const ended = endKept(first, 'settled', { by: 'u1', at: friday, note: 'n' });
      expect(await kept.save(ended)).toBe('saved');
      expect(await kept.save(ended)).toBe('conflict');
      const ids = new Set(made.map(({ id }) => id));
      const listed = async (state: 'open' | 'settled') =>
        (await pagesOf((page) => kept.listed(state, page), 2))
          .flat()
          .filter(({ id }) => ids.has(id));
      expect(await listed('open')).toEqual(others);
      expect(await listed('settled')).toEqual([ended]);
    });

    it('that wait are listed by when they were tried last', async () => {
      const { kept } = given();
      const made = times(3, (number) =>
        sample({ reason: 'case_unknown', at: fromEpoch(toEpoch(friday) + number * 60_000) }),
      );
      for (const one of made) await kept.keep(one, ['1.a'], []);
      const [first, second, third] = made;
      if (first === undefined) throw new Error('three were made');
      const tried = putBehind(first, fromEpoch(toEpoch(friday) + 600_000));
      expect(await kept.save(tried)).toBe('saved');
      const ids = new Set(made.map(({ id }) => id));
      const listed = (await pagesOf((page) => kept.listed('waiting', page), 2)).flat();
      expect(listed.filter(({ id }) => ids.has(id))).toEqual([second, third, tried]);
    });
  });
};
