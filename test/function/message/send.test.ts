import { randomUUID } from 'node:crypto';

import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import { secretPlace } from '../../../shared/http/integrator.ts';
import { Permanent } from '../../../shared/queue/permanent.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { messageWorks } from '../../support/message-works.ts';
import type { MessageWorks } from '../../support/message-works.ts';
import { storeRegister } from '../../support/store-register.ts';
import { badlyRated, closeIt, contact, deskOf, find, newDesk } from '../ticket/desk.ts';
import type { Desk } from '../ticket/desk.ts';
import { newWorld, outcomeOf, people } from '../world.ts';

const hour = 60 * 60_000;
const mobile = '13800000001';

let desk: Desk;
let works: MessageWorks;

beforeEach(async () => {
  desk = await newDesk();
  works = messageWorks(desk.world.stores, desk.world.clock);
});

const texts = (): readonly string[] => works.taken.map(({ text }) => text);
const kinds = (): readonly string[] => works.taken.map(({ kind }) => kind);
const outcome = async (id: string) => {
  const message = await works.find(id);
  return [message?.state, message?.reason].filter((part) => part !== undefined).join(' ');
};
const rulingOf = (claim: string) => ({
  type: 'rule',
  claim,
  grant: true,
  note: '同意，经核对属实',
});
const receiptId = (): string => `receipt.${desk.id}.1`;

describe('a bad rating', () => {
  it('is told to the number of the case, with its receipt, once', async () => {
    await works.tell(desk.id);
    await works.tell(desk.id);
    expect(works.taken).toEqual([
      {
        requestId: receiptId(),
        kind: 'receipt',
        mobile,
        text: `【示例市政务服务】“食品经营许可”的评价已提交，越城区测试局将于11月23日17:30前回访，进度：https://pingjia.example.cn/receipt/${desk.receipt}`,
        values: expect.objectContaining({ date: '11月23日17:30' }),
      },
    ]);
    expect(await works.find(receiptId())).toMatchObject({ state: 'sent', segments: 2 });
    expect(works.published).toEqual([{ MessagesSent: 1, MessageSegments: 2 }]);
  });

  it('of the night is told in the morning', async () => {
    desk.world.clock.advance(12 * hour);
    await works.tell(desk.id);
    expect(works.taken).toEqual([]);
    desk.world.clock.advance(11 * hour);
    await works.sweep();
    expect(kinds()).toEqual(['receipt']);
  });

  it('stores nothing of a person', async () => {
    await works.tell(desk.id);
    const stored = JSON.stringify(desk.world.stores.messages.all());
    for (const text of [mobile, '测试甲', '等了九天', desk.receipt]) {
      expect(stored).not.toContain(text);
    }
  });

  it('of a sensitive matter is told without its name', async () => {
    const entry = { code: '许可-00757-000', name: '食品经营许可', sensitive: true };
    await storeRegister(desk.world.stores.registers, {
      noun: 'matters',
      area: '330602',
      entries: [entry],
      by: 'u-admin',
      confirmedBy: 'u-admin-2',
      at: desk.world.clock.now(),
      version: 1,
    });
    await works.tell(desk.id);
    expect(texts()[0]).toContain('“政务服务事项”的评价');
    expect(texts()[0]).not.toContain('食品');
  });
});

describe('the end of a ticket', () => {
  it('is told with the window of the follow-up, and its end once more', async () => {
    await works.tell(desk.id);
    await closeIt(desk);
    await works.tell(desk.id);
    expect(kinds()).toEqual(['receipt', 'answered']);
    expect(texts()[1]).toContain('可于12月5日（含当日）前追评1次');
    desk.world.clock.advance(14 * 24 * hour);
    await works.sweep();
    expect(kinds()).toEqual(['receipt', 'answered', 'follow_up_ending']);
    expect(texts()[2]).toContain('尚可追评1次，截止日期为12月5日（含当日）');
  });

  it('is not told of a window that was used', async () => {
    await closeIt(desk);
    await works.tell(desk.id);
    await desk.append({ level: 'satisfied', tags: ['413'] });
    desk.world.clock.advance(14 * 24 * hour);
    await works.sweep();
    expect(kinds()).not.toContain('follow_up_ending');
    const all = desk.world.stores.messages.all();
    const ending = all.find(({ type }) => type === 'follow_up_ending');
    expect(ending).toMatchObject({ state: 'suppressed', reason: 'outdated' });
  });

  it('is told as a dismissal, and an extension before it with the new date', async () => {
    await desk.done(people.handler, { type: 'requestExtension', days: 5, note: '需现场勘验' });
    await desk.done(people.supervisor, rulingOf('extension'));
    await works.tell(desk.id);
    const evidence = [await desk.upload()];
    const claim = { type: 'claimInvalid', grounds: 'mistaken', evidence, note: '误评' };
    await desk.done(people.handler, contact);
    await desk.done(people.handler, claim);
    await desk.done(people.reviewer, rulingOf('invalid'));
    await works.tell(desk.id);
    expect(kinds()).toEqual(['receipt', 'extended', 'dismissed']);
    expect(texts()[1]).toContain('整改期限延长至12月18日17:30，');
  });

  it('is not there while it is on the register of what takes longer', async () => {
    await desk.done(people.handler, find);
    const evidence = [await desk.upload()];
    const claim = { type: 'claimHardship', reviewOn: '2026-12-31', evidence, note: '需上级立法' };
    await desk.done(people.handler, claim);
    await desk.done(people.reviewer, rulingOf('hardship'));
    await works.tell(desk.id);
    expect(kinds()).toEqual(['receipt', 'hardship']);
    expect(texts()[1]).toContain('将于12月31日复核');
  });
});

describe('a message is suppressed', () => {
  it('when the person refused what becomes of the rating, but not that there is one', async () => {
    const body = { receipt: desk.receipt, refuse: true };
    await desk.world.call('POST /v1/messages/opt-out', { body });
    await closeIt(desk);
    await works.tell(desk.id);
    expect(kinds()).toEqual(['receipt']);
    expect(await outcome(`answered.${desk.id}.5`)).toBe('suppressed opted_out');
  });

  it('no more once the person takes messages again', async () => {
    for (const refuse of [true, false]) {
      const body = { receipt: desk.receipt, refuse };
      await desk.world.call('POST /v1/messages/opt-out', { body });
    }
    await closeIt(desk);
    await works.tell(desk.id);
    expect(kinds()).toEqual(['receipt', 'answered']);
  });

  it('for no other rating of the same number', async () => {
    const body = { receipt: desk.receipt, refuse: true };
    await desk.world.call('POST /v1/messages/opt-out', { body });
    const other = deskOf(desk.world, await badlyRated(desk.world));
    await closeIt(other);
    await works.tell(other.id);
    expect(kinds()).toEqual(['receipt', 'answered']);
  });

  it.each([
    ['whatever time is stated for it', false],
    ['also when another system replaced the event that brought it', true],
  ])('when the number of the case came after the rating, %s', async (_how, isReplaced) => {
    const world = newWorld();
    const [by, other] = [await world.integrator(), await world.integrator()];
    const projectNo = nextProjectNo();
    const start = world.clock.now();
    const event = acceptedEvent({ projectNo, at: start });
    const { mobile: own, ...unnumbered } = event.header!.applicant;
    const report = (eventId: string, applicant: object, { after = 0, sender = by } = {}) => {
      const header = { ...event.header, applicant };
      const body = { events: [{ ...event, eventId, at: addMs(start, after), header }] };
      return world.call('POST /v1/cases', { by: sender, nonce: randomUUID(), body });
    };
    await report('e1', unnumbered);
    world.clock.advance(hour);
    const token = await world.token(by, projectNo);
    const body = { token, level: 'very_dissatisfied', text: '等了九天' };
    await world.call('POST /v1/ratings', { body });
    world.clock.advance(hour);
    await report('e2', { ...unnumbered, mobile: own }, { after: 1000 });
    if (isReplaced) {
      await world.byTwo('POST /v1/cases/{projectNo}/hand-over', {
        as: people.admin,
        path: { projectNo },
        body: { to: other.accessKey, reason: '移交，经核对属实' },
      });
      await report('e2', unnumbered, { after: 2000, sender: other });
    }
    works = messageWorks(world.stores, world.clock);
    await works.tell(`${projectNo}-1`);
    expect(works.taken).toEqual([]);
    expect(await outcome(`receipt.${projectNo}-1.1`)).toBe('suppressed number_changed');
  });

  it('while the deployment sends none', async () => {
    works = messageWorks(desk.world.stores, desk.world.clock, { publisher: undefined });
    await works.tell(desk.id);
    expect(await outcome(receiptId())).toBe('suppressed off');
  });

  it('never for a call that is no message', async () => {
    await expect(works.send('x')).rejects.toThrow(Permanent);
    await expect(works.send('receipt.330602261116999999999-1.1')).rejects.toThrow(Permanent);
    await expect(works.send(`receipt.${desk.id}.77`)).rejects.toThrow(Permanent);
  });
});

describe('a gateway', () => {
  it('that does not answer gets the same request again, with longer waits, then no more', async () => {
    works.answers.push('no_answer', 'no_answer');
    await works.tell(desk.id);
    for (const minutes of [5, 15]) {
      await works.sweep();
      desk.world.clock.advance(minutes * 60_000);
    }
    await works.sweep();
    expect(works.taken.map(({ requestId }) => requestId)).toEqual(Array(3).fill(receiptId()));
    expect(await outcome(receiptId())).toBe('sent');
  });

  it('that never answers is given up, which is counted by itself', async () => {
    works.answers.push(...Array<'no_answer'>(5).fill('no_answer'));
    await works.tell(desk.id);
    for (let hours = 0; hours < 48; hours += 4) {
      desk.world.clock.advance(4 * hour);
      await works.sweep();
    }
    expect(works.taken).toHaveLength(5);
    expect(await outcome(receiptId())).toBe('failed no_answer');
    expect(works.published).toEqual([{ MessagesFailed: 1, MessagesUnanswered: 1 }]);
  });

  it('that refuses a message ends it', async () => {
    works.answers.push('refused');
    await works.tell(desk.id);
    expect(await outcome(receiptId())).toBe('failed refused');
    expect(works.published).toEqual([{ MessagesFailed: 1 }]);
  });

  it('gets one request when the queue delivers a call many times at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => works.send(receiptId())));
    expect(works.taken).toHaveLength(1);
  });

  it('tells what became of a message, once', async () => {
    await works.tell(desk.id);
    const by = await desk.world.integrator(['messages']);
    const tell = (delivered: boolean, nonce: string) =>
      desk.world.call('POST /v1/messages/receipts', {
        by,
        nonce,
        body: {
          receipts: [
            { requestId: receiptId(), delivered },
            { requestId: 'x', delivered },
          ],
        },
      });
    expect((await tell(true, 'a')).body).toEqual({ stored: 1, unknown: ['x'] });
    expect((await tell(false, 'b')).body).toEqual({ stored: 1, unknown: ['x'] });
    expect(await outcome(receiptId())).toBe('delivered');
    const other = await desk.world.integrator(['cases']);
    const refused = await desk.world.call('POST /v1/messages/receipts', {
      by: other,
      body: { receipts: [{ requestId: 'x', delivered: true }] },
    });
    expect(refused.status).toBe(403);
  });

  it('hears nothing from a key that was admitted for less than the city', async () => {
    const { integrators, keys } = desk.world.stores;
    const known = await integrators.find((await desk.world.integrator(['messages'])).accessKey);
    const elsewhere = { accessKey: 'AKold', secret: 'SKold' };
    const sealedSecret = await keys.encrypt(elsewhere.secret, secretPlace(elsewhere.accessKey));
    const scope = { ...known!.scope, areas: ['330602'] };
    await integrators.admit({ ...known!, accessKey: elsewhere.accessKey, scope, sealedSecret });
    const unseen = await desk.world.call('POST /v1/messages/receipts', {
      by: elsewhere,
      body: { receipts: [{ requestId: receiptId(), delivered: false }] },
    });
    expect(outcomeOf(unseen)).toBe('403 outside_scope_of_key');
  });
});
