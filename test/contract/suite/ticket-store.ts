import { describe, expect, it } from 'vitest';

import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import type { TicketScope, TicketStore } from '../../../shared/port/ticket/store.ts';
import { pagesOf } from './pages.ts';
import { friday, later, sampleRating, ticketOf } from './sample.ts';
import type { GivenStores } from './sample.ts';

const day = 24 * 60 * 60 * 1000;

const allOf = async (
  tickets: TicketStore,
  scope: TicketScope,
  limit: number,
): Promise<readonly string[]> => {
  const pages = await pagesOf((page) => tickets.openIn(scope, page), limit);
  expect(pages.filter((page) => page.length > limit)).toEqual([]);
  return pages.flat().map(({ id }) => id);
};

/** Opens a ticket that was received `days` after Friday. */
const open = async (
  given: GivenStores,
  place: { area: string; creditCode: string },
  days: number,
): Promise<Ticket> => {
  const rating = sampleRating({ ...place, receivedAt: later(friday, days * day) });
  const opened = ticketOf(rating);
  await given().ratings.record(rating, opened);
  return opened.ticket;
};

export const ticketStoreContract = (given: GivenStores): void => {
  describe('a ticket store', () => {
    it('knows no ticket and no step that was not opened', async () => {
      const { tickets } = given();
      expect(await tickets.find('no-such-ticket')).toBeUndefined();
      expect(await tickets.steps('no-such-ticket')).toEqual([]);
    });

    it('lists a department’s open tickets, the nearest deadline first', async () => {
      const { tickets } = given();
      const mine = { area: '330681', creditCode: '11330681XX9000001A' };
      const other = { area: '330681', creditCode: '11330681XX9000002B' };
      const late = await open(given, mine, 7);
      const soon = await open(given, mine, 0);
      const theirs = await open(given, other, 3);
      await open(given, { ...mine, area: '330683' }, 0);
      expect(await allOf(tickets, mine, 50)).toEqual([soon.id, late.id]);
      expect(await allOf(tickets, { area: '330681' }, 50)).toEqual([soon.id, late.id, theirs.id]);
      const elsewhere = { area: '330681', creditCode: '11330681XX9000003C' };
      expect(await allOf(tickets, elsewhere, 50)).toEqual([]);
    });

    it('puts a ticket whose calendar is awaited last', async () => {
      const { tickets } = given();
      const place = { area: '330624', creditCode: '11330624XX9000001A' };
      const pending = await open(given, place, 400);
      const running = await open(given, place, 0);
      expect(pending.clocks.contact.state).toBe('pending_calendar');
      expect(await allOf(tickets, place, 50)).toEqual([running.id, pending.id]);
    });

    it('finds a town’s tickets under its county', async () => {
      const { tickets } = given();
      const place = { area: '330651003', creditCode: '11330651XX9000001A' };
      const ticket = await open(given, place, 0);
      expect(await allOf(tickets, { area: '330651' }, 50)).toEqual([ticket.id]);
      expect(await allOf(tickets, place, 50)).toEqual([ticket.id]);
    });

    it('answers page by page, each ticket once', async () => {
      const { tickets } = given();
      const place = { area: '330652', creditCode: '11330652XX9000001A' };
      const opened: Ticket[] = [];
      for (let days = 0; days < 7; days += 1) opened.push(await open(given, place, days));
      for (const limit of [1, 2, 7, 50]) {
        const ids = await allOf(tickets, place, limit);
        expect(ids.toSorted()).toEqual(opened.map(({ id }) => id).toSorted());
      }
    });

    it('refuses a cursor of another list', async () => {
      const { tickets } = given();
      const place = { area: '330653', creditCode: '11330653XX9000001A' };
      for (const days of [0, 1]) await open(given, place, days);
      const { cursor } = await tickets.openIn(place, { limit: 1 });
      expect(await tickets.openIn(place, { limit: 1, cursor })).toMatchObject({ items: [{}] });
      const others = [
        { ...place, area: '330654' },
        { ...place, creditCode: '11330653XX9000002B' },
      ];
      for (const scope of others) {
        await expect(tickets.openIn(scope, { limit: 1, cursor })).rejects.toThrow(CursorRefused);
      }
    });

    it.each(['somewhere', '', 'e30x', 'e30', 'bnVsbA', '%%%'])(
      'refuses the cursor "%s"',
      async (cursor) => {
        const asked = given().tickets.openIn({ area: '330602' }, { limit: 5, cursor });
        await expect(asked).rejects.toThrow(CursorRefused);
      },
    );
  });
};
