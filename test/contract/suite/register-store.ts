import { describe, expect, it } from 'vitest';

import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import type { StoredRegister } from '../../../shared/port/oversight/register-store.ts';
import { storeRegister } from '../../support/store-register.ts';
import { countsOf, friday, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

const halls: StoredRegister = {
  noun: 'halls',
  area: '330683',
  entries: [{ code: '330683-H1', name: '嵊州市政务服务中心', level: 'county' }],
  version: 1,
  by: 'u-admin',
  confirmedBy: 'u-admin-2',
  at: friday,
};

export const registerStoreContract = (given: GivenStores): void => {
  describe('a register store', () => {
    it('keeps one whole list for an area and a noun', async () => {
      const { registers } = given();
      expect(await registers.find(halls)).toBeUndefined();
      expect(await storeRegister(registers, halls)).toBe('saved');
      expect(await registers.find(halls)).toEqual(halls);
      expect(await registers.find({ noun: 'matters', area: halls.area })).toBeUndefined();
      expect(await registers.find({ noun: 'halls', area: '330604' })).toBeUndefined();
    });

    it('replaces it as a whole, by a longer, a shorter and an empty one', async () => {
      const { registers } = given();
      const long = times(1001, (index) => ({ code: `m-${index}`, name: `事项${index}` }));
      const matters = { ...halls, noun: 'matters', area: '330651' } as const;
      const lists = [long, long.slice(0, 2), [], long.slice(5, 7)];
      for (const [index, entries] of lists.entries()) {
        const next = { ...matters, entries, version: index + 1 };
        expect(await storeRegister(registers, next)).toBe('saved');
        expect(await registers.find(matters)).toEqual(next);
      }
    });

    it('keeps every version with its list, the newest first', async () => {
      const { registers } = given();
      const key = { noun: 'systems', area: '330651' } as const;
      expect(await registers.versions(key)).toEqual([]);
      const entries = [{ code: 's', name: '系统' }];
      const first = { ...halls, ...key, entries };
      await storeRegister(registers, first);
      await storeRegister(registers, { ...first, entries: [], version: 2, by: 'u-other' });
      await storeRegister(registers, { ...first, version: 3 });
      const versions = await registers.versions(key);
      expect(versions.map(({ version, by, count }) => [version, by, count])).toEqual([
        [3, 'u-admin', 1],
        [2, 'u-other', 0],
        [1, 'u-admin', 1],
      ]);
      expect(versions[0]?.digest).toBe(versions[2]?.digest);
      expect(await registers.find(key, 1)).toEqual(first);
      expect(await registers.find(key, 2)).toMatchObject({ version: 2, entries: [] });
      expect(await registers.find(key, 4)).toBeUndefined();
      expect(await storeRegister(registers, { ...first, version: 3, by: 'u-late' })).toBe(
        'conflict',
      );
      expect(await registers.versions(key)).toEqual(versions);
    });

    it('keeps entries that are long, more than fit into one item', async () => {
      const { registers } = given();
      const windows = times(300, (index) => `WINDOW-NUMBER-${index}`);
      const entries = times(120, (index) => ({ code: `h-${index}`, name: '大厅', windows }));
      const long = { ...halls, area: '330653', entries };
      await storeRegister(registers, long);
      expect(await registers.find(long)).toEqual(long);
    });

    it('changes nothing by a list that is only kept', async () => {
      const { registers } = given();
      const key = { noun: 'matters', area: '330602' } as const;
      const entries: readonly RegisterEntry[] = [{ code: 'm', name: '事项' }];
      const kept = await registers.keep(key, entries);
      expect(await registers.keep(key, entries)).toEqual(kept);
      expect(kept).toEqual({ digest: expect.any(String), count: 1 });
      expect(await registers.kept(key, kept)).toEqual(entries);
      await expect(registers.kept(key, { ...kept, count: 2 })).rejects.toThrow('missing entries');
      const none = await registers.keep(key, []);
      expect(await registers.kept(key, none)).toEqual([]);
      expect(await registers.find(key)).toBeUndefined();
    });

    it('lets one of many writers win, and shows nothing of the others', async () => {
      const { registers } = given();
      const departments = { ...halls, noun: 'departments', area: '330654' } as const;
      const writers = times(5, (index) => () => {
        const entries = [{ code: 'd', name: `${index}` }];
        return storeRegister(registers, { ...departments, by: `u${index}`, entries });
      });
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 4 });
      const found = await registers.find(departments);
      expect(found?.entries).toEqual([{ code: 'd', name: found?.by.slice(1) }]);
      expect(await storeRegister(registers, { ...departments, version: 3 })).toBe('conflict');
    });
  });
};
