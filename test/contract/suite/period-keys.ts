import { describe, expect, it } from 'vitest';

import { at } from '../../fake/clock.ts';
import { times } from './sample.ts';
import type { GivenStores } from './sample.ts';

const hex = (key: Uint8Array): string => Buffer.from(key).toString('hex');

export const periodKeysContract = (given: GivenStores): void => {
  describe('the keys of periods', () => {
    it('are random, one for each use and period, and the same for callers at once', async () => {
      const { periodKeys } = given();
      const keyAt = async (use: 'applicant' | 'trace', moment: string): Promise<string> =>
        hex(await periodKeys.key(use, at(moment)));
      const november = await Promise.all(
        times(5, () => keyAt('applicant', '2026-11-20T09:30:00+08:00')),
      );
      expect(november[0]).toMatch(/^[0-9a-f]{64}$/);
      expect(new Set(november).size).toBe(1);
      expect(await keyAt('applicant', '2026-11-01T00:00:00+08:00')).toBe(november[0]);
      expect(await keyAt('applicant', '2026-11-30T23:59:59+08:00')).toBe(november[0]);
      const others = [
        await keyAt('applicant', '2026-12-01T00:00:00+08:00'),
        await keyAt('trace', '2026-11-20T09:30:00+08:00'),
        await keyAt('trace', '2026-11-21T00:00:00+08:00'),
      ];
      expect(new Set([...others, november[0]]).size).toBe(4);
      expect(await keyAt('trace', '2026-11-20T23:59:59+08:00')).toBe(others[1]);
    });
  });
};
