import { describe, expect, it } from 'vitest';

import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import type {
  RegisterContent,
  StoredRegister,
} from '../../../shared/port/oversight/register-store.ts';
import { storeRegister } from '../../support/store-register.ts';
import { countsOf, friday, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

const halls: Omit<StoredRegister, keyof RegisterContent> = {
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
      expect(await registers.find(halls)).toMatchObject(halls);
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
        expect(await registers.find(matters)).toMatchObject(next);
      }
    });

    it('changes nothing by a list that is only kept', async () => {
      const { registers } = given();
      const key = { noun: 'matters', area: '330602' } as const;
      const entries: readonly RegisterEntry[] = [{ code: 'm', name: '事项' }];
      const kept = await registers.keep(key, entries);
      expect(await registers.keep(key, entries)).toEqual(kept);
      expect(kept).toEqual({ digest: expect.any(String), count: 1 });
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
