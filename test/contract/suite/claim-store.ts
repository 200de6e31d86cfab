import { describe, expect, it } from 'vitest';

import { friday, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const claimStoreContract = (given: GivenStores): void => {
  describe('a claim store', () => {
    it('binds one of many phones, for good', async () => {
      const { claims } = given();
      const key = { padId: unique('pad'), sequence: 46 };
      expect(await claims.find(key)).toBeUndefined();
      const bound = await Promise.all(
        times(5, (index) => claims.bind({ ...key, claimant: `phone-${index}`, at: friday })),
      );
      expect(new Set(bound.map(({ claimant }) => claimant)).size).toBe(1);
      expect(await claims.find(key)).toEqual(bound[0]);
      const later = await claims.bind({ ...key, claimant: 'another', at: friday });
      expect(later).toEqual(bound[0]);
      expect(await claims.find({ ...key, sequence: 47 })).toBeUndefined();
    });
  });
};
