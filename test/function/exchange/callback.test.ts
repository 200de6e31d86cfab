import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { nextProjectNo } from '../../support/case-facts.ts';
import { closeIt, deskOf } from '../ticket/desk.ts';
import type { DeskWorld } from '../ticket/desk.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
import { appendItem, evaluationItem, newCenterWorld } from './center-world.ts';
import type { CenterWorld } from './center-world.ts';

interface Kept {
  readonly kept: { readonly id: string; readonly reason: string };
}

let given: CenterWorld;
let world: DeskWorld;
let projectNo: string;

beforeEach(async () => {
  given = await newCenterWorld();
  ({ world, projectNo } = given);
});

const found = (serviceNumber = 1) =>
  world.stores.ratings.find({ projectNo, serviceNumber, assessNumber: 1 });

const keptAs = (reason: string) => ({ success: true, stored: 0, kept: { reason } });

describe('evaluation.sync', () => {
  it('brings a bad rating in by the one way there is: with its ticket', async () => {
    expect((await given.evaluate()).body).toEqual({ success: true, repeated: false, stored: 1 });
    expect(await found()).toMatchObject({
      level: 'dissatisfied',
      tags: ['209'],
      channel: 'app',
      proof: 'center',
      origin: 'active',
      claimedAt: '2026-11-20T01:30:30.000Z',
      receivedAt: world.clock.now(),
      contactConsent: false,
    });
    const file = await world.call('GET /v1/tickets/{id}', {
      as: people.handler,
      path: { id: `${projectNo}-1` },
    });
    expect(file.body).toMatchObject({ state: 'open', words: '排了两次队', channel: 'app' });
  });

  it.each([
    [5, 'very_satisfied', 517],
    [4, 'satisfied', 408],
    [3, 'basically_satisfied', 307],
    [2, 'dissatisfied', 207],
    [1, 'very_dissatisfied', 108],
  ] as const)('reads level %i as %s', async (level, name, tagCode) => {
    await given.evaluate({
      evaluationLevelModelList: [{ level }],
      evaluationTagItemModelList: [{ tagCode }],
    });
    expect(await found()).toMatchObject({ level: name, tags: [String(tagCode)] });
  });

  it.each([
    [1, 'portal'],
    [3, 'qr'],
    [4, 'pad'],
    [5, 'terminal'],
    [6, 'sms'],
  ] as const)('reads channel %i as %s', async (channel, name) => {
    await given.evaluate({ channel });
    expect(await found()).toMatchObject({ channel: name });
  });

  it('keeps nothing of who the rater is', async () => {
    await given.evaluate({ id: 4711 });
    const kept = JSON.stringify([
      await found(),
      await world.stores.tickets.find(`${projectNo}-1`),
      await world.stores.tickets.steps(`${projectNo}-1`),
      await world.stores.centerCalls.find('evaluation.sync', '4711'),
    ]);
    expect(kept).toContain(projectNo);
    expect(kept).not.toMatch(/测试甲|13800000001|排了两次队/);
  });

  it('is one rating however often it comes, one after another or at once', async () => {
    const body = { targetId: projectNo, evaluationItemModel: evaluationItem() };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => given.call('evaluation.sync', body)),
    );
    expect(new Set(replies.map(outcomeOf))).toEqual(new Set(['200']));
    expect(replies.filter((reply) => bodyOf<{ stored: number }>(reply).stored === 1)).toHaveLength(
      1,
    );
    world.clock.advance(86_400_000);
    expect((await given.call('evaluation.sync', body)).body).toEqual({
      success: true,
      repeated: true,
      stored: 0,
    });
    expect(world.stores.memory.count('rating')).toBe(1);
    expect(world.stores.memory.count('ticket')).toBe(1);
  });

  it('under a known id, with other words, is kept for a person', async () => {
    await given.evaluate({ id: 42 });
    const otherWords = { id: 42, rateText: '其实很好' };
    expect((await given.evaluate(otherWords)).body).toMatchObject(keptAs('callback_differs'));
    const otherId = { id: 43, rateText: '其实很好' };
    expect((await given.evaluate(otherId)).body).toMatchObject(keptAs('already_rated'));
    expect(world.stores.memory.count('rating')).toBe(1);
  });

  it('of a case that is not here yet waits, and a repeat takes it in once the case is here', async () => {
    const early = { targetId: nextProjectNo(), evaluationItemModel: evaluationItem() };
    const kept = bodyOf<Kept>(await given.call('evaluation.sync', early)).kept;
    expect(kept).toMatchObject({ reason: 'case_unknown' });
    expect((await given.call('evaluation.sync', early)).body).toMatchObject({
      repeated: true,
      kept,
    });
    expect(world.stores.memory.count('kept_callback')).toBe(1);
    projectNo = await world.acceptedCase(given.system, early.targetId);
    expect((await given.call('evaluation.sync', early)).body).toMatchObject({ stored: 1 });
    expect(await found()).toMatchObject({ proof: 'center' });
    expect(await world.stores.kept.find(kept.id)).toMatchObject({
      state: 'taken',
      end: { by: given.center.accessKey },
    });
    expect((await given.call('evaluation.sync', early)).body).toEqual({
      success: true,
      repeated: true,
      stored: 0,
    });
  });

  it('never takes the resident’s place when it was made by default', async () => {
    const good = { level: 5 };
    const words = {
      channel: 7,
      rateText: null,
      evaluationLevelModelList: [good],
      evaluationTagItemModelList: [],
    };
    expect((await given.evaluate(words)).body).toMatchObject({ stored: 1 });
    expect(await found()).toBeUndefined();
    const token = await world.token(given.system, projectNo);
    const rated = await world.call('POST /v1/ratings', {
      body: { token, level: 'dissatisfied', text: '其实不满意' },
    });
    expect(outcomeOf(rated)).toBe('201');
    expect(await found()).toMatchObject({ level: 'dissatisfied', origin: 'active' });
    expect(world.stores.memory.count('rating')).toBe(2);
  });

  it.each([7, '7', '07'])(
    'opens its ticket when it is bad, also over channel %j',
    async (channel) => {
      expect((await given.evaluate({ channel })).body).toMatchObject({ stored: 1 });
      const doubts = [{ code: 'unknown_channel', sent: String(channel) }];
      expect(await found()).toMatchObject({ origin: 'active', channel: 'unknown', doubts });
      expect(await world.stores.tickets.find(`${projectNo}-1`)).toMatchObject({ state: 'open' });
    },
  );

  it('reads a Java date, and an id beyond what numbers hold', async () => {
    const id = '7300000000000000017';
    const assessTime = Date.parse('2026-11-20T09:30:20+08:00');
    expect(outcomeOf(await given.evaluate({ id, assessTime }))).toBe('200');
    expect(await found()).toMatchObject({ claimedAt: '2026-11-20T01:30:20.000Z' });
  });
});

const contactAt = async (serviceNumber: number, at: string) => {
  const event = {
    eventId: `c${serviceNumber}`,
    type: 'step',
    projectNo,
    at,
    step: { name: '送达' },
    contact: { serviceNumber, service: 'collect', at },
  };
  const reply = await world.call('POST /v1/cases', {
    by: given.system,
    nonce: randomUUID(),
    body: { events: [event] },
  });
  expect(reply.body).toMatchObject({ stored: 1 });
};

describe('which contact is meant', () => {
  beforeEach(async () => {
    world.clock.advance(3_600_000);
    await contactAt(2, '2026-11-20T09:40:00+08:00');
    await contactAt(3, '2026-11-20T09:50:00+08:00');
  });

  it('the one it names', async () => {
    await given.evaluate({}, { features: { serviceNumber: '3' } });
    expect(await found(3)).toBeDefined();
    const other = await given.evaluate({ id: 9_001 }, { features: { serviceNumber: 9 } });
    expect(other.body).toMatchObject({ kept: { reason: 'contact_unknown' } });
  });

  it('else the latest before the rating', async () => {
    await given.evaluate({ assessTime: '2026-11-20 09:45:00' });
    expect(await found(2)).toBeDefined();
    const before = await given.evaluate({ id: 9_002, assessTime: '2026-11-20 08:00:00' });
    expect(before.body).toMatchObject({ kept: { reason: 'contact_unknown' } });
  });
});

describe('the same words under another id', () => {
  const words = {
    rateText: null,
    evaluationLevelModelList: [{ level: 5 }],
    evaluationTagItemModelList: [],
  };
  const early = { ...words, assessTime: '2026-11-20 09:50:00' };
  const late = { ...words, assessTime: '2026-11-20 10:20:00' };

  beforeEach(async () => {
    world.clock.advance(3_600_000);
    await contactAt(2, '2026-11-20T09:40:00+08:00');
  });

  it.each([
    ['at another time', late],
    ['at the same time', early],
  ])('are a rating of the contact that is left, %s', async (_when, second) => {
    expect((await given.evaluate(early)).body).toMatchObject({ stored: 1 });
    expect((await given.evaluate(second)).body).toMatchObject({ stored: 1, repeated: false });
    expect(await found(2)).toMatchObject({ level: 'very_satisfied' });
    expect(await found(1)).toMatchObject({ doubts: [{ code: 'contact_assumed' }] });
  });

  it('are kept for a person when no contact is left', async () => {
    for (const at of ['09:50', '09:51', '09:52']) {
      await given.evaluate({ ...words, assessTime: `2026-11-20 ${at}:00` });
    }
    const reply = await given.evaluate(late);
    expect(reply.body).toMatchObject(keptAs('already_rated'));
    expect(world.stores.memory.count('kept_callback')).toBe(2);
  });

  it('are one rating when only the id was not remembered', async () => {
    const { centerCalls } = world.stores;
    const remember = centerCalls.remember.bind(centerCalls);
    centerCalls.remember = () => Promise.reject(new Error('down'));
    const body = { targetId: projectNo, evaluationItemModel: evaluationItem(early) };
    await given.call('evaluation.sync', body);
    centerCalls.remember = remember;
    expect((await given.call('evaluation.sync', body)).body).toMatchObject({ repeated: true });
    expect(world.stores.memory.count('rating')).toBe(1);
  });

  it('are another default rating', async () => {
    for (const item of [early, late]) {
      expect((await given.evaluate({ ...item, channel: 7 })).body).toMatchObject({ stored: 1 });
    }
    expect(world.stores.memory.count('rating')).toBe(2);
  });

  it('are a follow-up of the rating that has none', async () => {
    const bad = { evaluationLevelModelList: [{ level: 2 }], rateText: '慢' };
    for (const item of [early, late]) await given.evaluate({ ...item, ...bad });
    for (const number of [1, 2]) {
      await closeIt(deskOf(world, { id: `${projectNo}-${number}`, receipt: '' }));
    }
    for (const id of [71, 72, 72]) await append({ id });
    for (const serviceNumber of [1, 2]) {
      const key = { projectNo, serviceNumber, assessNumber: 2 } as const;
      expect(await world.stores.ratings.find(key)).toBeDefined();
    }
    expect((await append({ id: 73, rateText: '别的' })).body).toMatchObject(keptAs('append_used'));
  });
});

const append = (more: object = {}) =>
  given.call('append.sync', { targetId: projectNo, evaluationItemModel: appendItem(more) });
