import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { closeIt, contact, find, handIn, newDesk, submit } from '../ticket/desk.ts';
import type { Desk } from '../ticket/desk.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';

interface Seen {
  readonly ticket: {
    readonly state: string;
    readonly round: number;
    readonly answer: string | null;
    readonly stages: readonly { stage: string; at: string | null }[];
    readonly may: { append: { until: string } | null };
    readonly rectify: { sentence: string; dueAt: string | null; overdue: boolean };
    readonly contact: { sentence: string; overdue: boolean };
  };
}

const seen = async (desk: Desk, language?: string) =>
  bodyOf<Seen>(await desk.receiptView(language)).ticket;

const reached = async (desk: Desk): Promise<readonly string[]> =>
  (await seen(desk)).stages.filter(({ at }) => at !== null).map(({ stage }) => stage);

const good = { level: 'satisfied', tags: ['413'] };
const bad = { level: 'dissatisfied', tags: ['209'], text: '还是没有解决' };

describe('the resident’s view of the loop', () => {
  it('grows with the work, and shows the answer once it has passed the review', async () => {
    const desk = await newDesk();
    expect(await reached(desk)).toEqual(['received']);
    await desk.done(people.handler, contact);
    expect(await reached(desk)).toEqual(['received', 'contacted']);
    await desk.done(people.handler, find);
    await desk.done(people.handler, submit);
    expect(await reached(desk)).toEqual(['received', 'contacted', 'rectifying']);
    expect(await seen(desk)).toMatchObject({ answer: null, may: { append: null } });
    await desk.done(people.supervisor, { type: 'approve' });
    expect(await reached(desk)).toHaveLength(5);
    expect(await seen(desk)).toMatchObject({
      state: 'closed',
      answer: submit.answer,
      may: { append: { until: '2026-12-06T00:00:00.000+08:00' } },
      contact: { sentence: '已于2026年11月20日09:30按期完成。' },
    });
    expect((await seen(desk, 'en')).contact.sentence).toBe(
      'Done in time on 20 November 2026 at 09:30.',
    );
  });

  it('says what a review did to the deadline', async () => {
    const desk = await newDesk();
    const before = (await seen(desk)).rectify;
    expect(before.sentence).toMatch(/截止时间为2026年12月11日（星期五）17:30。$/);
    const evidence = [await desk.upload()];
    const claim = { type: 'claimInvalid', grounds: 'mistaken', evidence, note: 'x' };
    await desk.done(people.handler, contact);
    await desk.done(people.handler, claim);
    expect(await seen(desk)).toMatchObject({
      rectify: { state: 'paused', dueAt: null, sentence: expect.stringContaining('起暂停计时') },
    });
    desk.world.clock.advance(3 * 24 * 60 * 60_000);
    const refuse = { type: 'rule', claim: 'invalid', grant: false, note: '属实' };
    await desk.done(people.reviewer, refuse);
    const { rectify } = await seen(desk, 'en');
    expect(rectify.sentence).toContain('Paused from 20 November 2026 at 09:30 to 23 November');
    expect(rectify.sentence).toMatch(/After the pauses it is due on 1[45] December 2026/);
  });

  it('says that a term has passed, until what was due is done', async () => {
    const desk = await newDesk();
    const overdue = async () => {
      const { contact: call, rectify } = await seen(desk);
      return [call.overdue, rectify.overdue];
    };
    expect(await overdue()).toEqual([false, false]);
    desk.world.clock.advance(5 * 24 * 60 * 60_000);
    expect(await overdue()).toEqual([true, false]);
    await desk.done(people.handler, contact);
    expect(await overdue()).toEqual([false, false]);
  });

  it('names no member of staff and none of their notes', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    const text = JSON.stringify(await seen(desk));
    expect(text).not.toMatch(/u-handler|u-supervisor|已致电|补办完毕/);
  });
});

describe('the follow-up', () => {
  it('ends the loop when it is good', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    const reply = await desk.append(good);
    expect(outcomeOf(reply)).toBe('201');
    expect(reply.body).toMatchObject({ receipt: desk.receipt, repeated: false, reopened: false });
    expect(await seen(desk)).toMatchObject({
      state: 'closed',
      followUp: { level: 'satisfied', name: '满意' },
      may: { append: null },
    });
    const file = await desk.file();
    expect(file.body).toMatchObject({ followUp: { level: 'satisfied', text: null } });
  });

  it('opens round 2 when it is bad, and is read beside the first', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    expect(bodyOf<object>(await desk.append(bad))).toMatchObject({ reopened: true });
    expect(await seen(desk)).toMatchObject({ state: 'open', round: 2, answer: null });
    expect(await reached(desk)).toEqual(['received']);
    const file = await desk.file();
    expect(file.body).toMatchObject({
      round: 2,
      words: '等了九天',
      followUp: { text: '还是没有解决', tags: [{ code: '209' }] },
      audit: { intact: true },
    });
    await handIn(desk);
    await desk.done(people.supervisor, { type: 'approve' });
    expect(outcomeOf(await desk.append({ ...good, clientRef: 'another-page-0001' }))).toBe(
      '409 append_used',
    );
  });

  it('is one: its page gets the first answer again, others are refused', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    const first = bodyOf<{ receivedAt: string }>(await desk.append(bad));
    desk.world.clock.advance(60_000);
    const again = await desk.append(bad);
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...first, repeated: true });
    const other = { ...bad, clientRef: 'another-page-0001' };
    expect(outcomeOf(await desk.append(other))).toBe('409 append_used');
    expect(desk.world.stores.memory.count('rating')).toBe(2);
  });

  it('of many at once is written once', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    const replies = await Promise.all(Array.from({ length: 12 }, () => desk.append(bad)));
    expect(replies.map(outcomeOf).toSorted()).toEqual([...Array(11).fill('200'), '201']);
    expect(desk.world.stores.memory.count('rating')).toBe(2);
  });

  it('is possible after the answer and inside its window only', async () => {
    const desk = await newDesk();
    expect(outcomeOf(await desk.append(good))).toBe('409 append_closed');
    await closeIt(desk);
    desk.world.clock.advance(
      Date.parse('2026-12-06T00:00:00.001+08:00') - Date.parse(desk.world.clock.now()),
    );
    expect(outcomeOf(await desk.append(good))).toBe('409 append_closed');
    expect((await seen(desk)).may.append).toBeNull();
  });

  it('follows the rules of any rating, and a receipt of ours', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    const wrong = [
      await desk.append({ level: 'dissatisfied' }),
      await desk.append({ level: 'satisfied', tags: ['209'] }),
      await desk.append({ level: 'superb' }),
      await desk.append({ ...good, contactConsent: true }),
      await desk.world.call('POST /v1/receipts/{receipt}/append', {
        path: { receipt: `${desk.receipt.slice(0, -1)}${desk.receipt.endsWith('0') ? '1' : '0'}` },
        body: good,
      }),
    ].map(outcomeOf);
    expect(wrong).toEqual([
      '422 reason_missing',
      '422 indicator_of_other_level',
      '400 invalid_input',
      '400 invalid_input',
      '404 receipt_unknown',
    ]);
  });

  it('is not for a rating that was good', async () => {
    const world = newWorld();
    const key = await world.integrator();
    const token = await world.token(key, await world.acceptedCase(key));
    const body = { token, level: 'satisfied' };
    const { receipt } = bodyOf<{ receipt: string }>(await world.call('POST /v1/ratings', { body }));
    const reply = await world.call('POST /v1/receipts/{receipt}/append', {
      path: { receipt },
      body: bad,
    });
    expect(outcomeOf(reply)).toBe('409 append_closed');
  });

  it.each([
    ['zh', '截止日期为12月5日（星期六）。'],
    ['en', 'up to and including Sat, 5 Dec 2026.'],
  ])('says the last day of its window on the page: %s', async (lang, words) => {
    const desk = await newDesk();
    await closeIt(desk);
    const { world, receipt } = desk;
    const seen = bodyOf<{ ticket: { may: object } }>(await desk.receiptView());
    expect(seen.ticket.may).toEqual({ append: { until: '2026-12-06T00:00:00.000+08:00' } });
    const path = { receipt };
    const page = await world.call('GET /receipt/{receipt}', { path, query: { lang } });
    expect(page.body).toContain(words);
  });
});
