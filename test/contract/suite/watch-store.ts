import { describe, expect, it } from 'vitest';

import type { LateRung, WatchResult } from '../../../shared/port/escalation/watch-store.ts';
import { friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const late = (more: Partial<LateRung> = {}): LateRung => ({
  ticketId: unique('ticket'),
  round: 1,
  rung: 'red',
  firstSeenAt: friday,
  ...more,
});

const result = (minutes: number): WatchResult => ({
  at: later(friday, minutes * 60_000),
  openTickets: 3,
  late: 0,
  missed: 0,
  found: [{ ticketId: 't', round: 1, rung: 'red', missed: false }],
  missedEver: 0,
  pendingCalendar: 1,
});

export const watchStoreContract = (given: GivenStores): void => {
  describe('a watch store', () => {
    it('keeps the first sight of a late rung', async () => {
      const { results } = given();
      const first = late();
      const again = { ...first, firstSeenAt: later(friday, 60_000) };
      expect(await results.recordLate(first)).toEqual(first);
      expect(await results.recordLate(again)).toEqual(first);
      const others = [{ rung: 'yellow' as const }, { round: 2 }, { ticketId: unique('ticket') }];
      for (const other of others) {
        expect(await results.recordLate({ ...again, ...other })).toEqual({ ...again, ...other });
      }
    });

    it('counts a missed rung once, for good', async () => {
      const { results } = given();
      const before = await results.missedEver();
      const rungs = times(3, () => late());
      for (const rung of rungs) await results.recordLate(rung);
      expect(await results.missedEver()).toBe(before);
      for (const ms of [0, 1]) {
        for (const rung of rungs.slice(0, 2)) await results.markMissed(rung, later(friday, ms));
      }
      expect(await results.missedEver()).toBe(before + 2);
      const [first] = rungs;
      expect(await results.recordLate(late(first))).toEqual({ ...first, missedAt: friday });
    });

    it('shows the newest results first, and each watch once', async () => {
      const { results } = given();
      for (const minutes of [60, 0, 120, 0]) await results.keep(result(minutes));
      expect(await results.latest(2)).toEqual([result(120), result(60)]);
      expect(await results.latest(50)).toEqual([result(120), result(60), result(0)]);
    });
  });
};
