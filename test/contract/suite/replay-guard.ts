import { describe, expect, it } from 'vitest';

import { countsOf, friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const replayGuardContract = (given: GivenStores): void => {
  describe('a replay guard', () => {
    it('lets the first caller with a mark through and no later one', async () => {
      const { replay } = given();
      const mark = unique('mark');
      const until = later(friday, 180_000);
      const callers = times(
        10,
        () => async () => ((await replay.claim(mark, until)) ? 'first' : 'late'),
      );
      expect(await countsOf(callers)).toEqual({ first: 1, late: 9 });
      expect(await replay.claim(mark, until)).toBe(false);
      expect(await replay.claim(unique('mark'), until)).toBe(true);
    });
  });
};
