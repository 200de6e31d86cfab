import '../../support/silent-logs.ts';
import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { NoticePush } from '../../../events/notice/message.ts';
import { waitsMs } from '../../../shared/domain/notice/delivery.ts';
import type { Notice, TicketNotice } from '../../../shared/domain/notice/notice.ts';
import { contentDigest, isSignature } from '../../../shared/http/signature.ts';
import type { OutgoingPost } from '../../../shared/port/http-out.ts';
import { eachMessage } from '../../../shared/queue/permanent.ts';
import { sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import type { DeadlineWorks } from '../../support/deadline-works.ts';
import { recordOf } from '../../support/due-queue.ts';
import { outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

interface Admitted {
  readonly id: string;
  readonly secret: string;
}

let stores: FakeStores;
let world: World;
let works: DeadlineWorks;

beforeEach(() => {
  stores = fakeStores();
  world = worldOver(stores);
  works = deadlineWorks(stores, world.clock.now);
});

const webhook = { name: '区平台', form: 'signed', box: 'department', area: '330602' } as const;
const url = 'https://desk.example.cn/webhooks/notices?b=2&a=1';

const admit = (more: object = {}): Promise<Admitted> => {
  const body = { ...webhook, url, ...more };
  return world.byTwo<Admitted>('POST /v1/webhooks', { as: people.admin, body });
};

const robot = {
  form: 'robot',
  secret: 'SEC1',
  url: 'https://robot.example.cn/send?access_token=T',
};

const opened = async (): Promise<TicketNotice> => {
  const rating = sampleRating({ receivedAt: world.clock.now() });
  const opening = ticketOf(rating);
  await stores.ratings.record(rating, opening);
  return opening.notices[0]!;
};

const call = ({ id }: Notice) => recordOf(JSON.stringify({ noticeId: id, at: world.clock.now() }));

const deliver = (notice: Notice) => eachMessage(works.deliver)({ Records: [call(notice)] });

const statesOf = async ({ id }: Notice) =>
  (await stores.notices.find(id))?.deliveries.map(({ state }) => state);

const isSigned = ({ url, headers, body }: OutgoingPost, key: Admitted): boolean => {
  const { pathname, search } = new URL(url);
  const digest = headers['content-digest'];
  const parts = {
    method: 'POST',
    path: pathname,
    query: search.slice(1),
    accessKey: headers['x-bg-hmac-access-key'] ?? '',
    date: headers['x-bg-date-time'] ?? '',
    contentDigest: digest,
  };
  const signature = headers['x-bg-hmac-signature'] ?? '';
  return digest === contentDigest(body) && isSignature(signature, parts, key.secret);
};

describe('a signed webhook', () => {
  it('gets a notice once, signed, with its id to know a repeat by, and nothing personal', async () => {
    const key = await admit();
    const notice = await opened();
    for (const _ of [1, 2, 3]) await deliver(notice);
    expect(works.http.posts).toHaveLength(1);
    const [post] = works.http.posts;
    expect(isSigned(post!, key)).toBe(true);
    expect(isSigned(post!, { ...key, secret: 'another' })).toBe(false);
    expect(post!.headers).toMatchObject({
      'idempotency-key': notice.id,
      'x-bg-hmac-access-key': key.id,
      'x-bg-date-time': 'Fri, 20 Nov 2026 01:30:00 GMT',
    });
    const said = NoticePush.parse(JSON.parse(post!.body));
    expect(said).toEqual(JSON.parse(post!.body));
    expect(said).toMatchObject({ id: notice.id, type: 'ticket_opened', ticketId: notice.ticketId });
    expect(await statesOf(notice)).toEqual(['delivered']);
  });

  it.each([
    ['no answer', undefined],
    ['a redirect', { status: 302, body: '' }],
    ['an error', { status: 503, body: '' }],
    ['a refusal', { status: 401, body: '' }],
  ])('that gives %s is tried again later, and holds up nobody', async (_name, answer) => {
    await admit({ name: 'a fails' });
    await admit({ name: 'b works' });
    works.http.answers.push(answer);
    const notice = await opened();
    expect(await deliver(notice)).toEqual({ batchItemFailures: [] });
    expect((await statesOf(notice))?.toSorted()).toEqual(['delivered', 'waiting']);
    const { items } = await stores.notices.inBox(notice.box, { limit: 5 });
    expect(items).toHaveLength(1);
    await deliver(notice);
    expect(works.http.posts).toHaveLength(2);
    world.clock.advance(waitsMs[0]!);
    await works.sweep();
    await works.settle();
    expect(works.http.posts).toHaveLength(3);
    expect(await statesOf(notice)).toEqual(['delivered', 'delivered']);
  });

  it('at a name that leads inside later is sent nothing, and tried again', async () => {
    await admit();
    works.http.answers.push('refused');
    const notice = await opened();
    await deliver(notice);
    expect((await stores.notices.find(notice.id))?.deliveries).toMatchObject([
      { state: 'waiting', outcome: 'address refused' },
    ]);
    world.clock.advance(waitsMs[0]!);
    await works.sweep();
    await works.settle();
    expect(await statesOf(notice)).toEqual(['delivered']);
  });

  it('is given up after the last attempt, and gets it when a person asks for it', async () => {
    const { id } = await admit();
    const notice = await opened();
    works.http.answers.push(...Array.from({ length: 6 }, () => ({ status: 500, body: '' })));
    await deliver(notice);
    for (const wait of waitsMs) {
      world.clock.advance(wait);
      await works.sweep();
      await works.settle();
    }
    expect(works.http.posts).toHaveLength(6);
    expect(await statesOf(notice)).toEqual(['failed']);
    expect(works.published).toContainEqual({ WebhooksGivenUp: 1 });
    const as = people.admin;
    const listed = await world.call('GET /v1/webhooks', { as });
    expect(listed.body).toMatchObject({ webhooks: [{ id, failed: 1 }] });
    const path = { id };
    const again = await world.call('POST /v1/webhooks/{id}/redeliver', { as, path });
    expect(again.body).toEqual({ id, again: 1, more: false });
    const none = await world.call('POST /v1/webhooks/{id}/redeliver', { as, path });
    expect(none.body).toEqual({ id, again: 0, more: false });
    await works.sweep();
    await works.settle();
    expect(works.http.posts).toHaveLength(7);
    expect(await statesOf(notice)).toEqual(['delivered']);
  });

  it('hears only of its box, its area and, if named, its department', async () => {
    await admit({ name: 'other area', area: '330681' });
    await admit({ name: 'other box', box: 'supervisor' });
    await admit({ name: 'other department', creditCode: '11330600MB1A2B3C49' });
    const city = await admit({ name: 'whole city', area: '330600' });
    await deliver(await opened());
    const keys = works.http.posts.map(({ headers }) => headers['x-bg-hmac-access-key']);
    expect(keys).toEqual([city.id]);
  });

  it('that is admitted or removed later gets nothing of what went before', async () => {
    const { id } = await admit();
    const first = await opened();
    works.http.answers.push(undefined);
    await deliver(first);
    await admit({ name: 'late' });
    const as = people.admin;
    const removed = await world.call('DELETE /v1/webhooks/{id}', { as, path: { id } });
    expect(removed.body).toEqual({ id, state: 'removed' });
    world.clock.advance(waitsMs[0]!);
    await works.sweep();
    await works.settle();
    expect(works.http.posts).toHaveLength(1);
    expect(await statesOf(first)).toEqual(['failed']);
    const again = await world.call('DELETE /v1/webhooks/{id}', { as, path: { id } });
    expect(outcomeOf(again)).toBe('404 webhook_unknown');
  });

  it('is tried once more when the record of an attempt was lost, with the same id', async () => {
    await admit();
    const notice = await opened();
    let saves = 0;
    const lossy = {
      ...stores.notices,
      saveDelivery: (next: Parameters<typeof stores.notices.saveDelivery>[0]) => {
        saves += 1;
        return saves === 2
          ? Promise.reject(new Error('throttled'))
          : stores.notices.saveDelivery(next);
      },
    };
    const broken = deadlineWorks({ ...stores, notices: lossy }, world.clock.now);
    const answer = await eachMessage(broken.deliver)({ Records: [call(notice)] });
    expect(answer.batchItemFailures).toHaveLength(1);
    await deliver(notice);
    expect(works.http.posts).toHaveLength(0);
    world.clock.advance(120_000);
    await deliver(notice);
    const ids = [...broken.http.posts, ...works.http.posts].map(
      ({ headers }) => headers['idempotency-key'],
    );
    expect(ids).toEqual([notice.id, notice.id]);
    expect(await statesOf(notice)).toEqual(['delivered']);
  });
});

describe('a robot of a chat group', () => {
  it('gets a text under timestamp and sign', async () => {
    await admit(robot);
    const notice = await opened();
    await deliver(notice);
    const [post] = works.http.posts;
    const { searchParams } = new URL(post!.url);
    const timestamp = String(Date.parse(world.clock.now()));
    const sign = createHmac('sha256', 'SEC1').update(`${timestamp}\nSEC1`).digest('base64');
    expect(Object.fromEntries(searchParams)).toEqual({ access_token: 'T', timestamp, sign });
    expect(JSON.parse(post!.body)).toEqual({
      msgtype: 'text',
      text: { content: `【好差评】收到新的差评工单，请按期回访、整改\n工单：${notice.ticketId}` },
    });
  });

  it.each([
    ['{"errcode":310000,"errmsg":"sign not match"}', 'errcode 310000'],
    ['<html>', 'errcode none'],
    ['null', 'errcode none'],
    ['', 'errcode none'],
  ])('fails when it answers 200 and %s', async (body, outcome) => {
    await admit(robot);
    works.http.answers.push({ status: 200, body });
    const notice = await opened();
    await deliver(notice);
    const file = await stores.notices.find(notice.id);
    expect(file?.deliveries).toMatchObject([{ state: 'waiting', outcome }]);
  });
});
