/** Nothing of a callback is lost: not what differs from one that came before, not what is beside it. */
import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { beforeEach, describe, expect, it } from 'vitest';

import type { KeptCallbackFile } from '../../../events/exchange/kept-callback.ts';
import { gb18030 } from '../case/import-file-sample.ts';
import type { Reply } from '../reply.ts';
import type { DeskWorld } from '../ticket/desk.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
import { evaluationItem, newCenterWorld } from './center-world.ts';
import type { CenterWorld } from './center-world.ts';

let given: CenterWorld;
let world: DeskWorld;
let projectNo: string;

beforeEach(async () => {
  given = await newCenterWorld();
  ({ world, projectNo } = given);
});

const found = (serviceNumber = 1) =>
  world.stores.ratings.find({ projectNo, serviceNumber, assessNumber: 1 });

const idOf = (reply: Reply): string => bodyOf<{ kept: { id: string } }>(reply).kept.id;
const keptAs = (reason: string, stored = 0) => ({ stored, kept: { reason } });

const wordsOf = async () => {
  const path = { id: `${projectNo}-1` };
  const file = await world.call('GET /v1/tickets/{id}', { as: people.handler, path });
  return bodyOf<{ words: string | null }>(file).words;
};

const as = { ...people.supervisor, area: '330600' };

const show = async (id: string) => {
  const reply = await world.call('GET /v1/center/callbacks/{id}', { as, path: { id } });
  return bodyOf<KeptCallbackFile>(reply);
};

const taking = (id: string, body: object) => ({
  as: people.admin,
  path: { id },
  body: { reason: '核对，经核对属实', ...body },
});

const take = (id: string, body: object) =>
  world.call('POST /v1/center/callbacks/{id}/take', taking(id, body));

const takenByTwo = (id: string, body: object) =>
  world.byTwo<{ stored: number }>('POST /v1/center/callbacks/{id}/take', taking(id, body));

const secondContact = async () => {
  const at = '2026-11-20T09:40:00+08:00';
  const contact = { serviceNumber: 2, service: 'collect', at };
  const events = [{ eventId: 'c2', type: 'step', projectNo, at, step: { name: '送达' }, contact }];
  world.clock.advance(3_600_000);
  await world.call('POST /v1/cases', { by: given.system, nonce: randomUUID(), body: { events } });
};

describe('an id that comes again', () => {
  it.each<[string, object, object]>([
    ['another contact', {}, { features: { serviceNumber: 2 } }],
    ['another time', { assessTime: '2026-11-20 09:20:00' }, {}],
    ['another channel', { channel: 3 }, {}],
    ['another number', { number: 2 }, {}],
    ['a tag that cannot be read', { evaluationTagItemModelList: [209, 'zz'] }, {}],
  ])('with %s is kept', async (_what, more, about) => {
    await secondContact();
    const features = { serviceNumber: 1 };
    const item = evaluationItem();
    const send = (changed: object, beside: object) =>
      given.call('evaluation.sync', {
        targetId: projectNo,
        features,
        evaluationItemModel: { ...item, ...changed },
        ...beside,
      });
    expect((await send({}, {})).body).toMatchObject({ stored: 1 });
    expect((await send({}, {})).body).toMatchObject({ stored: 0, repeated: true });
    expect((await send(more, about)).body).toMatchObject(keptAs('callback_differs'));
  });
});

describe('a rating that says the same as a stored one', () => {
  const plain = {
    rateText: null,
    evaluationLevelModelList: [{ level: 4 }],
    evaluationTagItemModelList: null,
  };

  it('is kept when another channel, time or id tells that it is another', async () => {
    const token = await world.token(given.system, projectNo);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    const other = await given.evaluate({ ...plain, channel: 1 });
    expect(other.body).toMatchObject(keptAs('already_rated'));
  });

  it('is a repeat when it is the one that this system reported', async () => {
    const token = await world.token(given.system, projectNo);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    const own = { ...plain, channel: 3, assessTime: '2026-11-20 09:31:00' };
    expect((await given.evaluate(own)).body).toMatchObject({ stored: 0, repeated: true });
  });

  it.each<[string, object, object]>([
    ['another id', { id: 'a' }, { id: 'b' }],
    ['a time that cannot be read', { id: null }, { id: null, assessTime: 'bad' }],
  ])('is kept with %s', async (_what, first, second) => {
    expect((await given.evaluate({ ...plain, ...first })).body).toMatchObject({ stored: 1 });
    const reply = await given.evaluate({ ...plain, ...second });
    expect(reply.body).toMatchObject(keptAs('already_rated'));
  });
});

describe('what is beside', () => {
  it('a second level is a doubt, and the callback is listed', async () => {
    const evaluationLevelModelList = [{ level: 5 }, { level: 1 }];
    const reply = await given.evaluate({ evaluationLevelModelList });
    expect(reply.body).toMatchObject(keptAs('stored_in_part', 1));
    const doubts = [{ code: 'several_levels', sent: '1' }, {}];
    expect(await found()).toMatchObject({ level: 'very_satisfied', doubts });
  });

  it('a member that the SDK does not name keeps the callback', async () => {
    const reply = await given.evaluate({ rateTextExtra: '还等了很久' });
    expect(reply.body).toMatchObject(keptAs('stored_in_part', 1));
    expect((await show(idOf(reply))).content).toContain('还等了很久');
  });
});

const features = (serviceNumber: number) => ({ targetId: projectNo, features: { serviceNumber } });

describe('several evaluations in one callback', () => {
  const bad = { evaluationLevelModelList: [{ level: 1 }], rateText: '没有人理' };

  it.each([true, false])('are stored each by itself: as whole callbacks %s', async (isWhole) => {
    await secondContact();
    const late = { assessTime: '2026-11-20 10:00:00' };
    const items = [evaluationItem(late), evaluationItem({ ...late, ...bad })];
    const body = isWhole
      ? items.map((evaluationItemModel, index) => ({
          targetId: projectNo,
          features: { serviceNumber: index + 1 },
          evaluationItemModel,
        }))
      : { targetId: projectNo, evaluationItemModel: items };
    const send = () => given.callRaw('evaluation.sync', JSON.stringify(body));
    expect((await send()).body).toMatchObject({ stored: 2, repeated: false });
    expect((await send()).body).toMatchObject({ stored: 0, repeated: true });
    const levels = new Set([(await found(1))?.level, (await found(2))?.level]);
    expect(levels).toEqual(new Set(['dissatisfied', 'very_dissatisfied']));
  });

  it('of which one cannot be stored are listed, and it is taken in by its place', async () => {
    await secondContact();
    const body = [
      { ...features(1), evaluationItemModel: evaluationItem() },
      { ...features(2), evaluationItemModel: evaluationItem({ evaluationLevelModelList: '较差' }) },
    ];
    const reply = await given.callRaw('evaluation.sync', JSON.stringify(body));
    expect(reply.body).toMatchObject(keptAs('several_evaluations', 1));
    const id = idOf(reply);
    expect(outcomeOf(await take(id, { level: 'dissatisfied' }))).toBe('422 callback_several');
    const stated = { item: 2, level: 'dissatisfied' };
    expect(await takenByTwo(id, stated)).toMatchObject({ stored: 1 });
    expect(await found(2)).toMatchObject({ level: 'dissatisfied', tags: ['209'] });
    expect((await show(id)).state).toBe('open');
  });
});

const textOf = (more: object = {}) =>
  JSON.stringify({ targetId: projectNo, evaluationItemModel: evaluationItem(more) });

describe('an encoding', () => {
  it.each<[string, (text: string) => Buffer]>([
    ['UTF-16 with its mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without', (text) => Buffer.from(text, 'utf16le').swap16()],
    ['gzip', (text) => gzipSync(text)],
    ['UTF-8 with a NUL behind it', (text) => Buffer.from(`${text}\0`)],
  ])('that leaves no doubt is read: %s', async (_name, encode) => {
    const reply = await given.callRaw('evaluation.sync', encode(textOf()));
    expect(reply.body).toEqual({ success: true, repeated: false, stored: 1 });
    expect(await wordsOf()).toBe('排了两次队');
  });

  it('that is tried as GB 18030 is taken in by two persons with its words and tags', async () => {
    const reply = await given.callRaw('evaluation.sync', gb18030(textOf()));
    expect(reply.body).toMatchObject(keptAs('unreadable'));
    const id = idOf(reply);
    expect(await show(id)).toMatchObject({ encoding: 'gb18030' });
    expect(outcomeOf(await take(id, { text: '别的' }))).toBe('422 callback_readable');
    expect(await takenByTwo(id, {})).toMatchObject({ stored: 1 });
    expect(await found()).toMatchObject({ channel: 'app', tags: ['209'] });
    expect(await wordsOf()).toBe('排了两次队');
  });
});

describe('what cannot be read is stated by two persons', () => {
  const stated = {
    serviceNumber: 1,
    level: 'dissatisfied',
    tags: ['209'],
    text: '等了一上午',
    at: '2026-11-20T09:30:30+08:00',
    channel: 'app',
  };

  it.each<[string, (text: string) => string]>([
    ['no JSON', (text) => `${text},`],
    ['within another member', (text) => `{"data":${text}}`],
  ])('of %s everything, and it is marked', async (_what, change) => {
    const id = idOf(await given.callRaw('evaluation.sync', change(textOf())));
    const { text: _text, ...silent } = stated;
    expect(outcomeOf(await take(id, { projectNo, ...silent }))).toBe('422 callback_words_missing');
    const proposed = bodyOf<{ approvalId: string }>(await take(id, { projectNo, ...stated }));
    const path = { id: proposed.approvalId };
    const [approval] = [...(await world.stores.approvals.listed('open', { limit: 5 })).items];
    expect(JSON.stringify(approval)).not.toContain(stated.text);
    const shown = await world.call('GET /v1/approvals/{id}', { as: people.secondAdmin, path });
    expect(shown.body).toMatchObject({ words: stated.text, about: { tags: ['209'] } });
    const by = { as: people.secondAdmin, path, body: {} };
    expect(outcomeOf(await world.call('POST /v1/approvals/{id}/confirm', by))).toBe('200');
    const rating = await found();
    expect(rating).toMatchObject({ tags: ['209'], channel: 'app' });
    expect(rating?.claimedAt).toBe('2026-11-20T01:30:30.000Z');
    expect(rating?.doubts?.map(({ code }) => code)).toEqual([
      'level_stated',
      'channel_stated',
      'time_stated',
      'tags_stated',
      'words_stated',
      'number_differs',
      'contact_stated',
    ]);
    expect(await wordsOf()).toBe(stated.text);
    expect((await show(id)).state).toBe('taken');
  });
});
