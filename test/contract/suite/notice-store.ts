import { describe, expect, it } from 'vitest';

import { CursorRefused } from '../../../shared/port/page.ts';
import { sampleDelivery, sent, storedNotice } from './notice-sample.ts';
import { countsOf, friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const noticeStoreContract = (given: GivenStores): void => {
  describe('a notice store', () => {
    it('finds the notice that was written with its ticket, waiting and in no box', async () => {
      const { notices } = given();
      const notice = await storedNotice(given, { creditCode: unique('department') });
      expect(await notices.find(notice.id)).toEqual({ notice, deliveries: [] });
      expect(notice).toMatchObject({ state: 'waiting', sendAt: friday });
      expect(await notices.inBox(notice.box, { limit: 5 })).toMatchObject({ items: [] });
      expect(await notices.find(`${notice.id}x`)).toBeUndefined();
    });

    it('is sent once, however many send it at once, with the deliveries of the one', async () => {
      const { notices } = given();
      const notice = await storedNotice(given, { creditCode: unique('department') });
      const deliveries = times(8, () => sampleDelivery(notice));
      const counts = await countsOf(
        deliveries.map((delivery) => () => notices.save(sent(notice), [delivery])),
      );
      expect(counts).toEqual({ saved: 1, conflict: 7 });
      const file = await notices.find(notice.id);
      expect(file?.notice).toEqual(sent(notice));
      expect(file?.deliveries).toHaveLength(1);
      expect(deliveries).toContainEqual(file?.deliveries[0]);
      const { items: shown } = await notices.inBox(notice.box, { limit: 5 });
      expect(shown).toEqual([sent(notice)]);
    });

    it('writes nothing of a notice whose delivery is there already', async () => {
      const { notices } = given();
      const notice = await storedNotice(given);
      const delivery = sampleDelivery(notice);
      expect(await notices.saveDelivery(delivery)).toBe('saved');
      expect(await notices.save(sent(notice), [delivery])).toBe('conflict');
      expect((await notices.find(notice.id))?.notice).toEqual(notice);
    });

    it('keeps a silenced one out of every box', async () => {
      const { notices } = given();
      const notice = await storedNotice(given, { creditCode: unique('department') });
      const silenced = { ...notice, state: 'silenced' as const, version: 2 };
      expect(await notices.save(silenced)).toBe('saved');
      expect(await notices.inBox(notice.box, { limit: 5 })).toMatchObject({ items: [] });
      expect((await notices.find(notice.id))?.notice).toEqual(silenced);
    });

    it('shows a box its own, the newest first, page by page, each once', async () => {
      const { notices } = given();
      const creditCode = unique('department');
      const all = [];
      for (const minute of [3, 1, 4, 0, 2]) {
        const notice = await storedNotice(given, {
          creditCode,
          receivedAt: later(friday, minute * 60_000),
        });
        await notices.save(sent(notice));
        all.push(sent(notice));
      }
      const newestFirst = all.toSorted((a, b) => (a.sendAt > b.sendAt ? -1 : 1));
      const { box } = all[0]!;
      expect((await notices.inBox(box, { limit: 50 })).items).toEqual(newestFirst);
      const first = await notices.inBox(box, { limit: 2 });
      const second = await notices.inBox(box, { limit: 3, cursor: first.cursor });
      expect([...first.items, ...second.items]).toEqual(newestFirst);
      const other = { ...box, of: unique('department') };
      await expect(notices.inBox(other, { limit: 2, cursor: first.cursor })).rejects.toThrow(
        CursorRefused,
      );
      await expect(notices.inBox(box, { limit: 2, cursor: 'x' })).rejects.toThrow(CursorRefused);
    });

    it('saves a delivery against the version before it', async () => {
      const { notices } = given();
      const delivery = sampleDelivery(await storedNotice(given));
      await notices.saveDelivery(delivery);
      const claim = { ...delivery, state: 'claimed' as const, attempts: 1, version: 2 };
      const counts = await countsOf(times(4, () => () => notices.saveDelivery(claim)));
      expect(counts).toEqual({ saved: 1, conflict: 3 });
      expect((await notices.find(delivery.noticeId))?.deliveries).toEqual([claim]);
    });

    it('lists what was given up at a webhook, the oldest first, until it is tried again', async () => {
      const { notices } = given();
      const webhookId = unique('webhook');
      const failed = [];
      for (const minute of [2, 0, 1]) {
        const { nextAt: _never, ...delivery } = sampleDelivery(await storedNotice(given), {
          webhookId,
          state: 'failed',
          changedAt: later(friday, minute * 60_000),
        });
        await notices.saveDelivery(delivery);
        failed.push(delivery);
      }
      const [third, first, second] = failed;
      expect(await notices.failedAt(webhookId, 100)).toEqual([first, second, third]);
      expect(await notices.failedAt(webhookId, 2)).toEqual([first, second]);
      expect(await notices.failedAt(unique('webhook'), 2)).toEqual([]);
      await notices.saveDelivery({ ...first!, state: 'waiting', nextAt: friday, version: 2 });
      expect(await notices.failedAt(webhookId, 100)).toEqual([second, third]);
    });
  });
};
