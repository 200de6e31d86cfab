import { describe, expect, it } from 'vitest';

import { firstIssuer } from '../../../shared/domain/access/issuer.ts';
import { times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const issuerStoreContract = (given: GivenStores): void => {
  describe('an issuer store', () => {
    it('gives each key and each pad one number, above those that are reserved', async () => {
      const { issuers } = given();
      const id = unique('issuer');
      const key = await issuers.numberOf({ of: 'key', id });
      const pad = await issuers.numberOf({ of: 'pad', id });
      expect(key).toBeGreaterThanOrEqual(firstIssuer);
      expect(pad).not.toBe(key);
      expect(await issuers.numberOf({ of: 'key', id })).toBe(key);
      expect(await issuers.holderOf(key)).toEqual({ of: 'key', id });
      expect(await issuers.holderOf(pad)).toEqual({ of: 'pad', id });
    });

    it('gives no number twice, and one number to callers at once for one holder', async () => {
      const { issuers } = given();
      const same = unique('issuer');
      const others = times(6, () => unique('issuer'));
      const [ofSame, ofOthers] = await Promise.all([
        Promise.all(times(4, () => issuers.numberOf({ of: 'pad', id: same }))),
        Promise.all(others.map((id) => issuers.numberOf({ of: 'key', id }))),
      ]);
      expect(new Set(ofSame).size).toBe(1);
      expect(new Set([...ofSame, ...ofOthers]).size).toBe(7);
    });

    it('knows nobody for a reserved number and for one that was not given', async () => {
      const { issuers } = given();
      const last = await issuers.numberOf({ of: 'key', id: unique('issuer') });
      expect(await issuers.holderOf(1)).toBeUndefined();
      expect(await issuers.holderOf(last + 1000)).toBeUndefined();
    });
  });
};
