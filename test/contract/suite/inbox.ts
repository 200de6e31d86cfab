import { describe, expect, it } from 'vitest';

import type { Notice } from '../../../shared/port/inbox.ts';
import { countsOf, friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const notice = (creditCode: string, ms: number): Notice => ({
  id: unique('notice'),
  to: { creditCode, area: '330602' },
  type: 'ticket_opened',
  ticketId: 't1',
  at: later(friday, ms),
});

export const inboxContract = (given: GivenStores): void => {
  describe('an inbox', () => {
    it('takes a notice once, however many deliver it at once', async () => {
      const { inbox } = given();
      const one = notice(unique('department'), 0);
      const counts = await countsOf(times(8, () => () => inbox.deliver(one)));
      expect(counts).toEqual({ delivered: 1, repeat: 7 });
      expect(await inbox.of(one.to.creditCode, { limit: 50 })).toEqual([one]);
    });

    it('shows a department its own, the newest first, as many as asked for', async () => {
      const { inbox } = given();
      const department = unique('department');
      const [first, second, third] = [0, 1, 2].map((ms) => notice(department, ms));
      for (const one of [second!, third!, first!]) await inbox.deliver(one);
      await inbox.deliver(notice(unique('department'), 0));
      expect(await inbox.of(department, { limit: 50 })).toEqual([third, second, first]);
      expect(await inbox.of(department, { limit: 2 })).toEqual([third, second]);
      const before = `${second!.at}#${second!.id}`;
      expect(await inbox.of(department, { limit: 50, before })).toEqual([first]);
    });
  });
};
