import { describe, expect, it } from 'vitest';

import type { GivenStores } from './sample.ts';

export const keyRingContract = (given: GivenStores): void => {
  describe('a key ring', () => {
    it('opens what it sealed, at its own place only', async () => {
      const { keys } = given();
      const sealed = await keys.encrypt('张三 13800000001', 'case/1/applicant');
      expect(sealed).not.toContain('13800000001');
      expect(await keys.decrypt(sealed, 'case/1/applicant')).toBe('张三 13800000001');
      await expect(keys.decrypt(sealed, 'case/2/applicant')).rejects.toThrow(Error);
    });

    it('opens nothing that was changed or that it never sealed', async () => {
      const { keys } = given();
      const sealed = await keys.encrypt('text', 'place');
      const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
      await expect(keys.decrypt(changed, 'place')).rejects.toThrow(Error);
      await expect(keys.decrypt('', 'place')).rejects.toThrow(Error);
    });

    it('seals the same text differently each time', async () => {
      const { keys } = given();
      const [one, other] = [
        await keys.encrypt('text', 'place'),
        await keys.encrypt('text', 'place'),
      ];
      expect(one).not.toBe(other);
    });

    it('has one lasting key of 32 bytes for each purpose', async () => {
      const { keys } = given();
      const [token, again, receipt, fingerprint] = [
        await keys.key('token'),
        await keys.key('token'),
        await keys.key('receipt'),
        await keys.key('fingerprint'),
      ].map((key) => Buffer.from(key).toString('hex'));
      expect(token).toMatch(/^[0-9a-f]{64}$/);
      expect(again).toBe(token);
      expect(new Set([token, receipt, fingerprint]).size).toBe(3);
    });
  });
};
