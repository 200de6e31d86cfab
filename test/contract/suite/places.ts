import { describe, expect, it } from 'vitest';

import { cityCode, shippedAreas } from '../../../shared/domain/area/area.ts';
import { storeRegister } from '../../support/store-register.ts';
import { friday } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const placesContract = (given: GivenStores): void => {
  describe('the list of areas', () => {
    it('has the shipped areas, those of the register in force, and those that were seen', async () => {
      const { places, registers, figures } = given();
      const zone = { code: '330655', name: '滨海新区', kind: 'internal', closed: true } as const;
      const signed = { version: 1, by: 'u-admin', confirmedBy: 'u-admin-2', at: friday };
      await storeRegister(registers, { noun: 'areas', area: cityCode, entries: [zone], ...signed });
      await figures.apply('shard-of-places', [
        {
          sequence: '1',
          at: friday,
          deltas: [],
          members: [{ kind: 'area', id: '330697', area: cityCode, firstAt: friday }],
        },
      ]);
      const list = await places.fresh();
      const codes = list.map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(shippedAreas.map(({ code }) => code)));
      const added = list.filter(({ code }) => code === '330655' || code === '330697');
      expect(added.map(({ code, standing }) => `${code} ${standing}`)).toEqual([
        '330655 closed',
        '330697 unlisted',
      ]);
      expect(await places.now()).toEqual(list);
    });
  });
};
