import { describe, expect, it } from 'vitest';

import { countsOf, friday, hallIn, later, sampleCase, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const caseStoreContract = (given: GivenStores): void => {
  describe('a case store', () => {
    it('knows a case it was given, whole, and no other', async () => {
      const { cases } = given();
      const known = sampleCase();
      expect(await cases.find(known.projectNo)).toBeUndefined();
      expect(await cases.save(known)).toBe('saved');
      expect(await cases.find(known.projectNo)).toEqual(known);
    });

    it('saves a version only after the one before it', async () => {
      const { cases } = given();
      const known = sampleCase();
      expect(await cases.save({ ...known, version: 2 })).toBe('conflict');
      expect(await cases.save(known)).toBe('saved');
      expect(await cases.save({ ...known, area: '330603' })).toBe('conflict');
      expect(await cases.save({ ...known, version: 3 })).toBe('conflict');
      expect(await cases.save({ ...known, version: 2, area: '330604' })).toBe('saved');
      expect(await cases.find(known.projectNo)).toMatchObject({ version: 2, area: '330604' });
    });

    it('lets one of many writers of the same version win', async () => {
      const { cases } = given();
      const known = sampleCase();
      await cases.save(known);
      const writers = times(
        10,
        (index) => () => cases.save({ ...known, source: `w${index}`, version: 2 }),
      );
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 9 });
    });

    it('shows the latest contact of a window, whatever the order they are put up in', async () => {
      const { cases } = given();
      const window = { hall: hallIn('330602'), window: 'A01' };
      const contact = { projectNo: sampleCase().projectNo, serviceNumber: 1, at: friday };
      const next = { ...contact, serviceNumber: 2, at: later(friday, 1) };
      expect(await cases.shownAt(window)).toBeUndefined();
      await cases.show(window, next);
      await cases.show(window, contact);
      expect(await cases.shownAt(window)).toEqual(next);
      await cases.show(window, { ...next, serviceNumber: 3 });
      expect(await cases.shownAt(window)).toMatchObject({ serviceNumber: 3 });
      expect(await cases.shownAt({ ...window, window: 'A02' })).toBeUndefined();
    });
  });
};
