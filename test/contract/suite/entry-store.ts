import { describe, expect, it } from 'vitest';

import { entryNotices } from '../../../shared/domain/notice/entry-notice.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, later, sampleEntry, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const entryStoreContract = (given: GivenStores): void => {
  describe('an entry store', () => {
    it('adds an entry once and answers the one that is there', async () => {
      const { entries } = given();
      const entry = sampleEntry();
      expect(await entries.find(entry.id)).toBeUndefined();
      expect(await entries.add(entry, [])).toEqual({ ok: true });
      expect(await entries.add({ ...entry, sealedRecord: '1.r2' }, [])).toEqual({
        ok: false,
        existing: entry,
      });
      expect(await entries.find(entry.id)).toEqual(entry);
    });

    it('keeps the notices of an entry with it, and those of a record that is entered anew', async () => {
      const { entries, notices } = given();
      const entry = sampleEntry();
      const told = entryNotices(entry, shippedRules);
      await entries.add(entry, told);
      for (const notice of told) expect(await notices.find(notice.id)).toMatchObject({ notice });
      await entries.save({ ...entry, state: 'rejected', version: 2 });
      const anew = { ...entry, version: 3 };
      const [first] = entryNotices(anew, shippedRules);
      expect(await entries.save(anew, first ? [first] : [])).toBe('saved');
      expect(await notices.find(first?.id ?? '')).toMatchObject({ notice: first });
      const [unwritten] = entryNotices({ ...entry, version: 4 }, shippedRules);
      expect(await entries.save(anew, unwritten ? [unwritten] : [])).toBe('conflict');
      expect(await notices.find(unwritten?.id ?? '')).toBeUndefined();
    });

    it('lets one of many add and one of many settle it', async () => {
      const { entries } = given();
      const entry = sampleEntry();
      const adders = times(
        8,
        (index) => async () =>
          (await entries.add({ ...entry, enteredBy: `u${index}` }, [])).ok ? 'added' : 'taken',
      );
      expect(await countsOf(adders)).toEqual({ added: 1, taken: 7 });
      const settlers = times(
        8,
        (index) => () =>
          entries.save({ ...entry, state: 'confirmed', checkedBy: `u${index}`, version: 2 }),
      );
      expect(await countsOf(settlers)).toEqual({ saved: 1, conflict: 7 });
    });

    it('lists what is awaiting in an area, the oldest first, until it is settled', async () => {
      const { entries } = given();
      const area = '330683';
      const young = sampleEntry({ area, enteredAt: later(friday, 1000) });
      const old = sampleEntry({ area: '330683001' });
      await entries.add(young, []);
      await entries.add(old, []);
      await entries.add(sampleEntry({ area: '330654' }), []);
      const { items } = await entries.awaitingIn(area, { limit: 9 });
      expect(items.map(({ id }) => id)).toEqual([old.id, young.id]);
      await entries.save({ ...old, state: 'rejected', version: 2 });
      expect(await entries.awaitingIn(area, { limit: 9 })).toEqual({ items: [young] });
    });

    it('lists page by page, and takes no cursor of another list', async () => {
      const { entries } = given();
      const area = '330624';
      const added = times(5, (index) => sampleEntry({ area, enteredAt: later(friday, index) }));
      for (const entry of added) await entries.add(entry, []);
      const read = await pagesOf((page) => entries.awaitingIn(area, page), 2);
      expect(read.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(read.flat()).toEqual(added);
      const { cursor } = await entries.awaitingIn(area, { limit: 2 });
      await expect(entries.awaitingIn('330604', { limit: 2, cursor })).rejects.toThrow(
        CursorRefused,
      );
    });
  });
};
