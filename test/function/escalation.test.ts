import '../support/silent-logs.ts';
import type { DynamoDBRecord, SQSEvent, SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';

import { announceTickets, noticeOf } from '../../functions/escalation/announce.ts';
import { deliverNotice } from '../../functions/escalation/deliver.ts';
import type { Rating } from '../../shared/domain/rating.ts';
import { openTicket } from '../../shared/domain/ticket.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Inbox, Notice } from '../../shared/port/inbox.ts';
import { eachMessage } from '../../shared/queue/permanent.ts';
import { shippedRules } from '../../shared/rules.ts';
import { ticketPlace } from '../../shared/store/rating-store.ts';
import { toItem } from '../../shared/store/table.ts';
import { at } from '../fake/clock.ts';
import { fakeInbox, fakeNoticeOutlet } from '../fake/inbox.ts';
import { newMemory } from '../fake/memory.ts';
import { creditCode } from '../support/case-facts.ts';

const ticketNumber = (serial: number): Ticket => {
  const rating: Rating = {
    projectNo: `3306022611200000${String(serial).padStart(5, '0')}`,
    serviceNumber: 1,
    assessNumber: 1,
    level: 'dissatisfied',
    tags: ['209'],
    contactConsent: false,
    channel: 'qr',
    proof: 'token',
    origin: 'active',
    receivedAt: at('2026-11-20T09:41:07+08:00'),
    fingerprint: 'f',
    creditCode,
    area: '330602',
    matterCode: 'm',
  };
  const opened = openTicket(rating, shippedRules);
  if (opened === undefined) throw new Error('a bad rating opens a ticket');
  return opened.ticket;
};

const tickets = [1, 2, 3, 4].map(ticketNumber);
const ids = tickets.map((ticket) => noticeOf(ticket).id);

const change = (ticket: Ticket, index: number): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: `${100 + index}`,
    NewImage: toItem(ticketPlace(ticket), ticket) as never,
  },
});

describe('announcing new tickets', () => {
  it('puts one notice for each on the queue, and a repeat makes the same notices', async () => {
    const outlet = fakeNoticeOutlet();
    const announce = announceTickets(outlet);
    const event = { Records: tickets.map(change) };
    expect(await announce(event)).toEqual({ batchItemFailures: [] });
    expect(await announce(event)).toEqual({ batchItemFailures: [] });
    expect(outlet.taken.map(({ id }) => id)).toEqual([...ids, ...ids]);
    expect(outlet.taken[0]).toEqual({
      id: `${tickets[0]?.id}/opened`,
      to: { creditCode, area: '330602' },
      type: 'ticket_opened',
      ticketId: tickets[0]?.id,
      at: '2026-11-20T01:41:07.000Z',
    });
  });

  it('asks the stream to come again from the first that the queue did not take', async () => {
    const outlet = fakeNoticeOutlet(new Set([ids[1] ?? '', ids[3] ?? '']));
    const answer = await announceTickets(outlet)({ Records: tickets.map(change) });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
  });

  it('fails as a whole when the queue cannot be reached', async () => {
    const down = announceTickets({ announce: () => Promise.reject(new Error('down')) });
    await expect(down({ Records: tickets.map(change) })).rejects.toThrow('down');
  });

  it('says nothing of a ticket that only changed', async () => {
    const outlet = fakeNoticeOutlet();
    const changed = tickets.map((ticket, index) => ({
      ...change(ticket, index),
      eventName: 'MODIFY' as const,
    }));
    expect(await announceTickets(outlet)({ Records: changed })).toEqual({ batchItemFailures: [] });
    expect(outlet.taken).toEqual([]);
  });
});

const message = (body: string, messageId: string): SQSRecord =>
  ({ messageId, body }) as Partial<SQSRecord> as SQSRecord;

const messageOf = (notice: Notice, messageId: string): SQSRecord =>
  message(JSON.stringify(notice), messageId);

describe('delivering notices', () => {
  const notices = tickets.map(noticeOf);

  it('puts each into its department’s inbox once, however often it comes', async () => {
    const inbox = fakeInbox(newMemory());
    const deliver = eachMessage(deliverNotice(inbox));
    const event: SQSEvent = {
      Records: [...notices, ...notices].map((notice, index) => messageOf(notice, `m${index}`)),
    };
    expect(await deliver(event)).toEqual({ batchItemFailures: [] });
    expect(await inbox.of(creditCode, { limit: 50 })).toHaveLength(notices.length);
  });

  it('has only those delivered again that failed', async () => {
    const inbox = fakeInbox(newMemory());
    const stumbling: Inbox = {
      ...inbox,
      deliver: (notice) =>
        notice.id === ids[2] ? Promise.reject(new Error('throttled')) : inbox.deliver(notice),
    };
    const answer = await eachMessage(deliverNotice(stumbling))({
      Records: notices.map((notice, index) => messageOf(notice, `m${index}`)),
    });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
    expect(await inbox.of(creditCode, { limit: 50 })).toHaveLength(3);
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"id":"x"}'],
    ['a time that is none', JSON.stringify({ ...noticeOf(ticketNumber(9)), at: 'soon' })],
  ])('puts a message with %s aside for good', async (_name, body) => {
    const inbox = fakeInbox(newMemory());
    const good = messageOf(noticeOf(ticketNumber(9)), 'good');
    const answer = await eachMessage(deliverNotice(inbox))({
      Records: [message(body, 'bad'), good],
    });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await inbox.of(creditCode, { limit: 50 })).toHaveLength(1);
  });
});
