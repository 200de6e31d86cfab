import { describe, expect, it } from 'vitest';

import type { CenterCall } from '../../../shared/port/exchange/callback-store.ts';
import { friday, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const sample = (more: Partial<CenterCall> = {}): CenterCall => ({
  operation: 'evaluation.sync',
  id: unique('E'),
  projectNo: '330602261120000000017',
  serviceNumber: 1,
  digest: 'd1',
  at: friday,
  ...more,
});

export const centerCallStoreContract = (given: GivenStores): void => {
  describe('a memory of the center’s calls', () => {
    it('finds a call by its operation and id, and no other', async () => {
      const { centerCalls } = given();
      const call = sample();
      expect(await centerCalls.find('evaluation.sync', call.id)).toBeUndefined();
      await centerCalls.remember(call);
      expect(await centerCalls.find('evaluation.sync', call.id)).toEqual(call);
      expect(await centerCalls.find('append.sync', call.id)).toBeUndefined();
      expect(await centerCalls.find('evaluation.sync', unique('E'))).toBeUndefined();
    });

    it('keeps the first under an id, of many at once too', async () => {
      const { centerCalls } = given();
      const call = sample();
      await centerCalls.remember(call);
      await Promise.all(
        times(5, (index) => centerCalls.remember({ ...call, digest: `other-${index}` })),
      );
      expect(await centerCalls.find('evaluation.sync', call.id)).toEqual(call);
    });
  });
};
