import { describe, expect, it } from 'vitest';

import { mostAttempts } from '../../../shared/domain/rating/attempt.ts';
import type { Attempt } from '../../../shared/domain/rating/attempt.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import { countsOf, friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const sampleAttempt = (more: Partial<Attempt> = {}): Attempt => ({
  projectNo: nextProjectNo(),
  serviceNumber: 1,
  assessNumber: 1,
  mark: unique('mark'),
  credential: 'link-1',
  issuer: 'AK1',
  sealed: '1.x',
  at: friday,
  ...more,
});

export const attemptStoreContract = (given: GivenStores): void => {
  describe('an attempt store', () => {
    it('keeps an attempt once, and returns those of a contact, the earliest first', async () => {
      const { attempts } = given();
      const first = sampleAttempt({ at: later(friday, 2) });
      const second = { ...first, mark: unique('mark'), at: friday };
      expect(await attempts.keep(first)).toBe('kept');
      expect(await attempts.keep(first)).toBe('known');
      expect(await attempts.keep(second)).toBe('kept');
      expect(await attempts.keep(second)).toBe('known');
      expect(await attempts.ofContact(first)).toEqual([second, first]);
      expect(await attempts.ofContact({ ...first, serviceNumber: 2 })).toEqual([]);
    });

    it('keeps a place for the first of every issuer, however many others come', async () => {
      const { attempts } = given();
      const first = sampleAttempt();
      const flood = times(mostAttempts + 3, () => ({ ...first, mark: unique('mark') }));
      for (const one of flood) await attempts.keep(one);
      expect(await attempts.ofContact(first)).toHaveLength(mostAttempts);
      expect(await attempts.keep({ ...first, mark: unique('mark') })).toBe('full');
      const own = { ...first, issuer: 'AK2', mark: unique('mark') };
      expect(await attempts.keep(own)).toBe('kept');
      expect(await attempts.keep({ ...own, mark: unique('mark') })).toBe('full');
      expect(await attempts.ofContact(first)).toContainEqual(own);
    });

    it('keeps what contests a rating at places of its own', async () => {
      const { attempts } = given();
      const first = sampleAttempt();
      const flood = times(mostAttempts, () => ({ ...first, mark: unique('mark') }));
      for (const one of flood) await attempts.keep(one);
      const contesting = () => ({ ...first, mark: unique('mark'), contestSender: unique('s') });
      const beside = times(mostAttempts, contesting);
      for (const one of beside) expect(await attempts.keep(one)).toBe('kept');
      expect(await attempts.keep(beside[0] ?? first)).toBe('known');
      expect(await attempts.keep(contesting())).toBe('full');
      expect(await attempts.keep({ ...contesting(), issuer: 'AK2' })).toBe('kept');
      expect(await attempts.keep({ ...first, mark: unique('mark') })).toBe('full');
      const fresh = sampleAttempt({ contestSender: 's1' });
      await attempts.keep(fresh);
      expect(
        await attempts.keep({ ...fresh, mark: unique('mark'), contestSender: undefined }),
      ).toBe('kept');
    });

    it('loses none of many at once', async () => {
      const { attempts } = given();
      const first = sampleAttempt();
      const writers = times(8, (index) => () => attempts.keep({ ...first, mark: `m${index}` }));
      expect(await countsOf(writers)).toEqual({ kept: 8 });
      expect(await attempts.ofContact(first)).toHaveLength(8);
    });

    it('counts tries of an hour, of each separately', async () => {
      const { tries } = given();
      const of = unique('link');
      const counts = await Promise.all(times(4, () => tries.count(of, friday)));
      expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
      expect(await tries.count(of, later(friday, 60 * 60_000))).toBe(1);
      expect(await tries.count(unique('link'), friday)).toBe(1);
    });
  });
};
