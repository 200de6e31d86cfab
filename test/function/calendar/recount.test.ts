import '../../support/silent-logs.ts';
import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';

import { consumeRecount } from '../../../functions/calendar/recount.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { TicketStore } from '../../../shared/port/ticket/store.ts';
import { eachMessage } from '../../../shared/queue/permanent.ts';
import { sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { corrected2026, invented2027 } from '../../support/calendar-year.ts';

const december = at('2026-12-14T09:30:00+08:00');
const now = () => at('2026-12-14T10:00:00+08:00');

/** Two tickets: one of Friday 2026-11-20, one that waits for 2027. */
const setUp = async () => {
  const stores = fakeStores();
  const ratings = [sampleRating(), sampleRating({ receivedAt: december })];
  for (const rating of ratings) await stores.ratings.record(rating, ticketOf(rating));
  const [running, pending] = ratings.map((rating) => ticketOf(rating).ticket.id);
  for (const calendar of [invented2027, corrected2026]) {
    await stores.calendars.load({
      calendar,
      version: 1,
      by: 'u-admin',
      confirmedBy: 'u-admin-2',
      at: december,
    });
  }
  return { stores, running: running ?? '', pending: pending ?? '' };
};

const consumer = (stores: FakeStores, tickets: TicketStore = stores.tickets) =>
  eachMessage(consumeRecount({ ...stores, now, tickets, rulebook: stores.rulebookBy(now) }));

const order = (ticketId: string, year = 2027, yearVersion = 1): SQSRecord =>
  ({
    messageId: `m-${ticketId}`,
    body: JSON.stringify({ ticketId, year, yearVersion }),
  }) as Partial<SQSRecord> as SQSRecord;

const handle = (stores: FakeStores, records: readonly SQSRecord[], tickets?: TicketStore) =>
  consumer(stores, tickets)({ Records: [...records] });

const none = { batchItemFailures: [] };

const recounts = async (stores: FakeStores, id: string) =>
  (await stores.tickets.steps(id)).filter(({ type }) => type === 'recounted');

describe('an order to count a ticket again', () => {
  it('dates a ticket that waited, with one step, however often it comes', async () => {
    const { stores, pending } = await setUp();
    const before = await stores.tickets.find(pending);
    expect(before).toMatchObject({ pendingYear: 2027 });
    for (let times = 0; times < 3; times += 1) {
      expect(await handle(stores, [order(pending)])).toEqual(none);
    }
    const ticket = await stores.tickets.find(pending);
    // 13 working days of December, New Year off, two in January.
    expect(ticket?.clocks.rectify).toMatchObject({
      state: 'running',
      dueAt: at('2027-01-05T17:30:00+08:00'),
    });
    expect(await recounts(stores, pending)).toMatchObject([
      {
        by: { role: 'system' },
        facts: {
          year: 2027,
          before: { rectify: { state: 'pending_calendar', year: 2027 } },
          clocks: { rectify: ticket?.clocks.rectify },
        },
      },
    ]);
    expect(ticket?.version).toBe((before?.version ?? 0) + 1);
  });

  it('moves what a correction moves', async () => {
    const { stores, running } = await setUp();
    expect(await handle(stores, [order(running, 2026)])).toEqual(none);
    const ticket = await stores.tickets.find(running);
    expect(ticket?.clocks.rectify).toMatchObject({ dueAt: at('2026-12-14T17:30:00+08:00') });
    const [step] = await recounts(stores, running);
    expect(step?.facts).toMatchObject({
      before: { rectify: { dueAt: at('2026-12-11T17:30:00+08:00') } },
      clocks: { rectify: { dueAt: at('2026-12-14T17:30:00+08:00') } },
    });
  });

  it('comes again when another writer was faster', async () => {
    const { stores, pending } = await setUp();
    const slow = { ...stores.tickets, save: async () => 'conflict' as const };
    const answer = await handle(stores, [order(pending)], slow);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: `m-${pending}` }] });
    expect(await handle(stores, [order(pending)])).toEqual(none);
  });

  it('comes again while the year it speaks of is not to be seen', async () => {
    const { stores, pending } = await setUp();
    const answer = await handle(stores, [order(pending, 2027, 2)]);
    expect(answer.batchItemFailures).toHaveLength(1);
    expect(await recounts(stores, pending)).toEqual([]);
  });

  it('leaves a ticket alone that ended meanwhile', async () => {
    const { stores, pending } = await setUp();
    const stopped = { state: 'stopped', at: december } as const;
    const { nextAt: _next, pendingYear: _year, ...open } = (await stores.tickets.find(pending))!;
    const clocks = { contact: stopped, rectify: stopped };
    const ended: Ticket = { ...open, state: 'closed', clocks };
    const tickets = { ...stores.tickets, find: async () => ended };
    const before = stores.memory.writes();
    expect(await handle(stores, [order(pending)], tickets)).toEqual(none);
    expect(stores.memory.writes()).toBe(before);
  });

  it.each([
    ['is no JSON', '{'],
    ['lacks the year', JSON.stringify({ ticketId: '330602261120000000017-1' })],
    ['names no ticket', JSON.stringify({ ticketId: 'x', year: 2027, yearVersion: 1 })],
  ])('is put aside for good when it %s', async (_what, body) => {
    const { stores, pending } = await setUp();
    const bad = { ...order('x'), body };
    expect(await handle(stores, [bad, order(pending)])).toEqual(none);
    expect(await recounts(stores, pending)).toHaveLength(1);
  });

  it('is put aside for good when there is no such ticket', async () => {
    const { stores } = await setUp();
    expect(await handle(stores, [order('330602261120000099999-1')])).toEqual(none);
  });
});
