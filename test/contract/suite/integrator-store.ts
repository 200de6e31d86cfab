import { describe, expect, it } from 'vitest';

import { CursorRefused } from '../../../shared/port/page.ts';
import { pagesOf } from './pages.ts';
import { friday, later, sampleIntegrator } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const integratorStoreContract = (given: GivenStores): void => {
  describe('an integrator store', () => {
    it('finds an integrator by its access key', async () => {
      const { integrators } = given();
      const known = sampleIntegrator();
      expect(await integrators.find(known.accessKey)).toBeUndefined();
      await integrators.admit(known);
      expect(await integrators.find(known.accessKey)).toEqual(known);
    });

    it('never gives one access key to two', async () => {
      const { integrators } = given();
      const known = sampleIntegrator();
      await integrators.admit(known);
      expect(await integrators.admit({ ...known, name: '另一系统' })).toBe('known');
      expect(await integrators.find(known.accessKey)).toEqual(known);
    });

    it('revokes one and keeps everything else of it; again is the same', async () => {
      const { integrators } = given();
      const known = sampleIntegrator();
      expect(await integrators.admit(known)).toBe('admitted');
      const [first, again] = [
        { by: 'u1', at: friday },
        { by: 'u2', at: later(friday, 1) },
      ];
      expect(await integrators.revoke(known.accessKey, first)).toBe('revoked');
      expect(await integrators.revoke(known.accessKey, again)).toBe('revoked');
      const revoked = { ...known, state: 'revoked', revoked: first };
      expect(await integrators.find(known.accessKey)).toEqual(revoked);
      expect(await integrators.revoke('AKnobody', first)).toBe('unknown');
      expect(await integrators.find('AKnobody')).toBeUndefined();
    });

    it('lists all, by name', async () => {
      const { integrators } = given();
      const [b, a] = [sampleIntegrator({ name: 'zz-b' }), sampleIntegrator({ name: 'zz-a' })];
      await integrators.admit(b);
      await integrators.admit(a);
      const pages = await pagesOf((page) => integrators.listed(page), 2);
      const listed = pages.flat().filter(({ name }) => name.startsWith('zz-'));
      expect(listed).toEqual([a, b]);
      await expect(integrators.listed({ limit: 2, cursor: 'none' })).rejects.toThrow(CursorRefused);
    });
  });
};
