import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import type { Notice } from '../../../shared/domain/notice/notice.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { eachMessage, Permanent } from '../../../shared/queue/permanent.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at, fakeClock } from '../../fake/clock.ts';
import type { FakeClock } from '../../fake/clock.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import type { DeadlineWorks } from '../../support/deadline-works.ts';
import { recordOf } from '../../support/due-queue.ts';

const friday = '2026-11-20T09:41:07+08:00';
const fridayNight = '2026-11-20T21:00:00+08:00';

let clock: FakeClock;
let stores: FakeStores;
let works: DeadlineWorks;

beforeEach(() => {
  clock = fakeClock(at(friday));
  stores = fakeStores();
  works = deadlineWorks(stores, clock.now);
});

const until = (moment: string): void =>
  clock.advance(Date.parse(at(moment)) - Date.parse(clock.now()));

const opened = async (receivedAt: Instant = clock.now()) => {
  const rating = sampleRating({ receivedAt });
  const opening = ticketOf(rating);
  await stores.ratings.record(rating, opening);
  return { id: opening.ticket.id, notice: opening.notices[0]! };
};

const raiseCall = (ticketId: string) => recordOf(JSON.stringify({ ticketId, at: clock.now() }));

const noticeCall = ({ id }: Notice) => recordOf(JSON.stringify({ noticeId: id, at: clock.now() }));

const boxed = async ({ box }: Notice) => (await stores.notices.inBox(box, { limit: 50 })).items;

describe('raising an escalation', () => {
  it('writes nothing before the moment, then its steps and notices, then nothing more', async () => {
    const { id } = await opened();
    const { nextAt } = (await stores.tickets.find(id))!;
    const written = stores.memory.writes();
    await works.raise(raiseCall(id));
    expect(stores.memory.writes()).toBe(written);
    until(nextAt!);
    for (const _ of [1, 2, 3]) await works.raise(raiseCall(id));
    const ticket = (await stores.tickets.find(id))!;
    expect(ticket.fired.map(({ rung }) => rung)).toEqual(['notify', 'remind']);
    const steps = await stores.tickets.steps(id);
    expect(steps.map(({ type }) => type)).toEqual(['opened', 'contact_overdue', 'escalated']);
    expect(stores.notices.all().map(({ type }) => type)).toEqual(['ticket_opened', 'remind']);
  });

  it('reads again when another was faster', async () => {
    const { id } = await opened();
    until('2026-11-24T09:00:00+08:00');
    await Promise.all([1, 2, 3, 4].map(() => works.raise(raiseCall(id))));
    const ticket = (await stores.tickets.find(id))!;
    expect(ticket.fired.map(({ rung }) => rung)).toEqual(['notify', 'remind']);
  });

  it('goes back to the queue when others are always faster, or the store fails', async () => {
    const { id } = await opened();
    until('2026-11-24T09:00:00+08:00');
    const conflicts = { ...stores.tickets, save: async () => 'conflict' as const };
    const failing = { ...stores.tickets, find: () => Promise.reject(new Error('throttled')) };
    for (const tickets of [conflicts, failing]) {
      const { raise } = deadlineWorks({ ...stores, tickets }, clock.now);
      const answer = await eachMessage(raise)({ Records: [raiseCall(id)] });
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
    }
    expect((await stores.tickets.find(id))!.fired).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"ticketId":"x"}'],
    ['a time that is none', '{"ticketId":"x","at":"soon"}'],
    ['a ticket that is none', '{"ticketId":"x","at":"2026-11-24T01:00:00.000Z"}'],
  ])('puts a message with %s aside for good', async (_name, body) => {
    await expect(works.raise(recordOf(body))).rejects.toThrow(Permanent);
    expect(await eachMessage(works.raise)({ Records: [recordOf(body)] })).toEqual({
      batchItemFailures: [],
    });
  });
});

describe('delivering notices', () => {
  it('puts one into its inbox once, however often it is called', async () => {
    const { notice } = await opened();
    for (const _ of [1, 2, 3]) await works.deliver(noticeCall(notice));
    await Promise.allSettled([1, 2, 3].map(() => works.deliver(noticeCall(notice))));
    expect(await boxed(notice)).toMatchObject([{ id: notice.id, state: 'sent' }]);
  });

  it('waits for its moment', async () => {
    until(fridayNight);
    const { notice } = await opened();
    await works.deliver(noticeCall(notice));
    expect(await boxed(notice)).toEqual([]);
    until('2026-11-23T08:29:59.999+08:00');
    await works.deliver(noticeCall(notice));
    expect(await boxed(notice)).toEqual([]);
    until('2026-11-23T08:30:00+08:00');
    await works.deliver(noticeCall(notice));
    expect(await boxed(notice)).toHaveLength(1);
  });

  it('comes again after a fault, and does then what was not done', async () => {
    const { notice } = await opened();
    const notices = { ...stores.notices, save: () => Promise.reject(new Error('throttled')) };
    const broken = deadlineWorks({ ...stores, notices }, clock.now);
    const answer = await eachMessage(broken.deliver)({ Records: [noticeCall(notice)] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
    expect(await boxed(notice)).toEqual([]);
    await works.deliver(noticeCall(notice));
    expect(await boxed(notice)).toHaveLength(1);
  });

  it.each([
    ['closed', 'ticket_opened', 'silenced'],
    ['dismissed', 'accountability', 'silenced'],
    ['closed', 'closed', 'sent'],
    ['rectifying', 'red', 'sent'],
    ['hardship', 'supervise', 'sent'],
  ] as const)('of a %s ticket has %s %s', async (state, type, outcome) => {
    const { id } = await opened();
    const ticket = (await stores.tickets.find(id))!;
    const requested = [{ type, to: 'supervisor' } as const];
    const [notice] = noticesOf(ticket, requested, { at: clock.now(), rules: shippedRules });
    if (notice === undefined) throw new Error('it was requested');
    stores.notices.tell(notice);
    const tickets = { ...stores.tickets, find: async () => ({ ...ticket, state }) };
    await deadlineWorks({ ...stores, tickets }, clock.now).deliver(noticeCall(notice));
    expect((await stores.notices.find(notice.id))?.notice.state).toBe(outcome);
    expect(await boxed(notice)).toHaveLength(outcome === 'sent' ? 1 : 0);
  });

  it('refuses for good what names no notice', async () => {
    const body = JSON.stringify({ noticeId: 'none', at: clock.now() });
    await expect(works.deliver(recordOf(body))).rejects.toThrow(Permanent);
  });
});
