import { describe, expect, it } from 'vitest';

import type { Press } from '../../../shared/domain/pad/press.ts';
import type { PadNumber } from '../../../shared/port/pad/store.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, hallIn, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const samplePress = (more: Partial<Press> = {}): Press => ({
  hall: hallIn('330602'),
  window: 'A01',
  padId: unique('pad'),
  sequence: 7,
  claimedAt: friday,
  arrivedAt: friday,
  sealed: '1.x',
  tryUntil: later(friday, 1000),
  version: 1,
  ...more,
});

const numberOf = ({ padId, sequence }: Press, mark = 'm'): PadNumber => ({
  padId,
  sequence,
  mark,
  at: friday,
});

export const pressStoreContract = (given: GivenStores): void => {
  describe('a press store', () => {
    it('holds a press with its number, once', async () => {
      const { presses, pads } = given();
      const press = samplePress();
      const writers = times(5, (index) => async () => {
        const before = await presses.hold(numberOf(press, `m${index}`), press);
        return before === undefined ? 'held' : 'stood';
      });
      expect(await countsOf(writers)).toEqual({ held: 1, stood: 4 });
      expect(await presses.find(press)).toEqual(press);
      expect(await pads.takeNumber(numberOf(press))).toMatchObject({ sequence: 7 });
    });

    it('holds nothing under a number that stands for something else', async () => {
      const { presses, pads } = given();
      const press = samplePress();
      await pads.takeNumber(numberOf(press, 'first'));
      expect(await presses.hold(numberOf(press, 'other'), press)).toMatchObject({ mark: 'first' });
      expect(await presses.find(press)).toBeUndefined();
    });

    it('saves a version only after the one before it, and none once it is released', async () => {
      const { presses } = given();
      const press = samplePress();
      await presses.hold(numberOf(press), press);
      const claim = {
        projectNo: '330602261120000000017',
        serviceNumber: 1,
        bound: 'window',
      } as const;
      const writers = times(4, () => () => presses.save({ ...press, claim, version: 2 }));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 3 });
      expect(await presses.find(press)).toMatchObject({ claim });
      const contact = { projectNo: claim.projectNo, serviceNumber: 1 };
      await presses.release(press, contact);
      await presses.release(press, { ...contact, serviceNumber: 2 });
      expect(await given().pads.numberOf(press)).toMatchObject({ contact });
      expect(await presses.find(press)).toBeUndefined();
      expect(await presses.save({ ...press, version: 3 })).toBe('conflict');
    });

    it('returns what is held at a window, and lists an area page by page', async () => {
      const { presses } = given();
      const in54 = { area: '330654' } as const;
      const [one, other] = [hallIn('330654'), hallIn('330654')];
      const a = samplePress({ hall: one, sequence: 1, tryUntil: later(friday, 3) });
      const b = samplePress({ hall: one, sequence: 2, tryUntil: later(friday, 1) });
      const c = samplePress({ hall: other, tryUntil: later(friday, 2) });
      for (const press of [a, b, c]) await presses.hold(numberOf(press), press);
      const held = await presses.heldAt({ hall: one, window: 'A01' });
      expect(held.map(({ sequence }) => sequence).toSorted((x, y) => x - y)).toEqual([1, 2]);
      expect(await presses.heldAt({ hall: one, window: 'A02' })).toEqual([]);
      const pages = await pagesOf((page) => presses.listed({ ...in54, state: 'held' }, page), 2);
      expect(pages).toEqual([[b, c], [a]]);
      const { cursor } = await presses.listed({ ...in54, state: 'held' }, { limit: 1 });
      const elsewhere = presses.listed({ area: '330653', state: 'held' }, { limit: 1, cursor });
      await expect(elsewhere).rejects.toThrow(CursorRefused);
    });

    it('keeps what was settled, in a list of its own', async () => {
      const { presses } = given();
      const press = samplePress({ hall: hallIn('330655') });
      await presses.hold(numberOf(press), press);
      const signed = { by: 'u1', confirmedBy: 'u2', at: later(friday, 1) };
      const settled = { ...press, settled: { ...signed, note: '无法核实' }, version: 2 };
      expect(await presses.save(settled)).toBe('saved');
      expect(await presses.find(press)).toEqual(settled);
      expect(await presses.heldAt(press)).toEqual([]);
      const listed = (state: 'held' | 'settled') =>
        presses.listed({ area: '330655', state }, { limit: 5 });
      expect((await listed('held')).items).toEqual([]);
      expect((await listed('settled')).items).toEqual([settled]);
    });
  });
};
