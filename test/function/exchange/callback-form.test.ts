/** Values in other types than the SDK names: read where they are certain, else kept; never dropped. */
import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import type { KeptCallbackFile, KeptCallbackList } from '../../../events/exchange/kept-callback.ts';
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

const as = { ...people.supervisor, area: '330600' };

const found = (serviceNumber = 1) =>
  world.stores.ratings.find({ projectNo, serviceNumber, assessNumber: 1 });

const steps = async () => {
  const all = await world.stores.tickets.steps(`${projectNo}-1`);
  return all.filter((step) => step.type === 'province_step').length;
};

const entry = { dealInfo: '省中心已督办', dealTime: '2026-11-20 10:00:00', status: 1 };
const order = { code: 'GD-1', caseWorkflowModelList: [entry] };

const operate = (caseModelList: unknown, about: object = {}) =>
  given.call('operation.sync', { targetId: projectNo, caseModelList, ...about });

const idOf = (reply: Reply): string => bodyOf<{ kept: { id: string } }>(reply).kept.id;

const show = async (id: string) => {
  const reply = await world.call('GET /v1/center/callbacks/{id}', { as, path: { id } });
  return bodyOf<KeptCallbackFile>(reply);
};

const take = (id: string, body: object) =>
  world.call('POST /v1/center/callbacks/{id}/take', {
    as: people.admin,
    path: { id },
    body: { reason: '核对，经核对属实', ...body },
  });

const takenByTwo = (id: string, body: object) =>
  world.byTwo<{ stored: number }>('POST /v1/center/callbacks/{id}/take', {
    as: people.admin,
    path: { id },
    body: { reason: '核对，经核对属实', ...body },
  });

const keptAs = (reason: string, stored = 0) => ({ stored, kept: { reason } });

const secondContact = async () => {
  const at = '2026-11-20T09:40:00+08:00';
  const contact = { serviceNumber: 2, service: 'collect', at };
  const event = { eventId: 'c2', type: 'step', projectNo, at, step: { name: '送达' }, contact };
  world.clock.advance(3_600_000);
  const reply = await world.call('POST /v1/cases', {
    by: given.system,
    nonce: randomUUID(),
    body: { events: [event] },
  });
  expect(reply.body).toMatchObject({ stored: 1 });
};

describe('the course of a work order', () => {
  it.each<[string, unknown]>([
    ['as one entry', [{ ...order, caseWorkflowModelList: entry }]],
    ['as the text of a list', [{ ...order, caseWorkflowModelList: JSON.stringify([entry]) }]],
    ['in an order that is no list', order],
    ['in the text of all', JSON.stringify([order])],
  ])('is read %s', async (_form, list) => {
    await given.evaluate();
    expect((await operate(list)).body).toEqual({ success: true, repeated: false, stored: 1 });
    expect((await operate([order])).body).toMatchObject({ stored: 0, repeated: true });
    expect(await steps()).toBe(1);
  });

  it.each<[unknown, string]>([
    [[{}], 'stored_in_part'],
    [[null, 5, 'x'], 'stored_in_part'],
    [[{ ...order, caseWorkflowModelList: '督办' }], 'stored_in_part'],
    [[{ code: 'GD-1', steps: [entry] }], 'stored_in_part'],
    [[order, 5], 'stored_in_part'],
    ['督办', 'steps_missing'],
  ])('that cannot be read is kept: %j', async (list, reason) => {
    await given.evaluate();
    const reply = await operate(list);
    const stored = Array.isArray(list) && list.includes(order) ? 1 : 0;
    expect(reply.body).toMatchObject(keptAs(reason, stored));
    expect(JSON.parse((await show(idOf(reply))).content)).toMatchObject({ caseModelList: list });
  });

  it('is stored when an evaluation brings it along, and kept when that has no ticket', async () => {
    const brought = { caseModelList: [order] };
    expect((await given.evaluate({}, brought)).body).toMatchObject({ stored: 2 });
    expect(await steps()).toBe(1);
    projectNo = await world.acceptedCase(given.system);
    const good = { evaluationLevelModelList: [{ level: 5 }], evaluationTagItemModelList: null };
    const reply = await given.evaluate(good, { ...brought, targetId: projectNo });
    expect(reply.body).toMatchObject(keptAs('ticket_none', 1));
    const unread = await given.evaluate({ id: 1 }, { caseModelList: '督办', targetId: projectNo });
    expect(unread.body).toMatchObject({ kept: { reason: 'already_rated' } });
  });

  it('may bring an evaluation along that came before; another is kept', async () => {
    const evaluationItemModel = evaluationItem();
    await given.call('evaluation.sync', { targetId: projectNo, evaluationItemModel });
    expect((await operate([order], { evaluationItemModel })).body).toEqual({
      success: true,
      repeated: false,
      stored: 1,
    });
    for (const more of [{ id: 88 }, { rateText: '其实很好' }, { id: null }]) {
      const other = await operate([order], {
        evaluationItemModel: { ...evaluationItemModel, ...more },
      });
      expect(other.body).toMatchObject(keptAs('stored_in_part'));
    }
  });
});

describe('an evaluation', () => {
  it.each<[string, unknown]>([
    ['codes in a text', '209,210'],
    ['one tag', { tagCode: '209' }],
    ['the text of a list', '[{"tagCode":209}]'],
  ])('has its tags in %s', async (_form, evaluationTagItemModelList) => {
    expect((await given.evaluate({ evaluationTagItemModelList })).body).toMatchObject({
      stored: 1,
    });
    expect((await found())?.tags).toContain('209');
  });

  it('is read from its text, and nothing of the rater is kept of it', async () => {
    const text = JSON.stringify(evaluationItem({ evaluationLevelModelList: [{ level: '差' }] }));
    const body = { targetId: projectNo, evaluationItemModel: text };
    const reply = await given.call('evaluation.sync', body);
    expect(reply.body).toMatchObject(keptAs('level_unreadable'));
    const { content } = await show(idOf(reply));
    expect(content).toContain('排了两次队');
    expect(content).not.toMatch(/测试甲|13800000001/);
    expect(await takenByTwo(idOf(reply), { level: 'dissatisfied' })).toMatchObject({ stored: 1 });
    expect(await found()).toMatchObject({ tags: ['209'] });
  });

  it('has the time that Java writes as numbers', async () => {
    await given.evaluate({ assessTime: [2026, 11, 20, 9, 30, 30] });
    expect(await found()).toMatchObject({ claimedAt: '2026-11-20T01:30:30.000Z' });
  });

  it.each([
    { channel: { code: '3' } },
    { evaluationTagItemModelList: [{ code: 209 }] },
    { assessTime: { year: 2026 } },
    { id: { value: 5 } },
  ])('is stored, and kept for what its doubts do not show: %j', async (more) => {
    const reply = await given.evaluate(more);
    expect(reply.body).toMatchObject(keptAs('stored_in_part', 1));
    const kept = JSON.parse((await show(idOf(reply))).content) as unknown;
    expect(kept).toMatchObject({ evaluationItemModel: more });
  });

  it('in a list of one is read', async () => {
    const body = { targetId: projectNo, evaluationItemModel: evaluationItem() };
    const one = await given.callRaw('evaluation.sync', JSON.stringify([body]));
    expect(one.body).toMatchObject({ stored: 1 });
  });

  it('with the same words of another day is kept, though there is one contact', async () => {
    await given.evaluate({ id: 1 });
    world.clock.advance(3 * 86_400_000);
    const later = { id: 2, assessTime: '2026-11-22 10:00:00' };
    expect((await given.evaluate(later)).body).toMatchObject(keptAs('already_rated'));
  });
});

describe('the name of a contact', () => {
  it('is read from the text of the extension', async () => {
    await secondContact();
    await given.evaluate({}, { features: JSON.stringify({ serviceNumber: 1 }) });
    expect(await found(1)).toMatchObject({ level: 'dissatisfied' });
    expect((await found(1))?.doubts).toBeUndefined();
  });

  it.each<unknown>([
    { serviceNumber: '1次' },
    { serviceNumber: 100 },
    { serviceNumber: 0 },
    { serviceNumber: '二' },
    { serviceNumber: { no: 1 } },
    '第二次',
    2,
  ])('that cannot be read is no reason to assume one: %j', async (features) => {
    const only = await given.evaluate({}, { features });
    expect(only.body).toMatchObject(keptAs('contact_unreadable'));
    expect(outcomeOf(await take(idOf(only), { serviceNumber: 9 }))).toBe('404 contact_unknown');
    expect(await takenByTwo(idOf(only), { serviceNumber: 1 })).toMatchObject({ stored: 1 });
    await secondContact();
    expect((await given.evaluate({}, { features })).body).toMatchObject(
      keptAs('contact_unreadable'),
    );
  });

  it.each<unknown>([null, '', {}, [], { serviceNumber: null }, { from: 'app' }])(
    'is none in %j',
    async (features) => {
      expect((await given.evaluate({}, { features })).body).toMatchObject({ stored: 1 });
    },
  );
});

const sentTwice = (name: string, first: string, second: string) =>
  JSON.stringify({ targetId: projectNo, evaluationItemModel: evaluationItem() }).replace(
    new RegExp(`"${name}":(?:"[^"]*"|\\[[^\\]]*\\])`),
    `"${name}":${first},"${name}":${second}`,
  );

describe('a member that stands twice', () => {
  it('keeps the callback with both, once, and what is clear is taken in', async () => {
    const body = sentTwice('evaluationLevelModelList', '[{"level":1}]', '[{"level":5}]');
    const reply = await given.callRaw('evaluation.sync', body);
    expect(reply.body).toMatchObject(keptAs('member_twice'));
    expect((await given.callRaw('evaluation.sync', body)).body).toMatchObject({ repeated: true });
    const list = await world.call('GET /v1/center/callbacks', { as });
    expect(bodyOf<KeptCallbackList>(list).callbacks).toMatchObject([{ state: 'open', projectNo }]);
    expect(JSON.parse((await show(idOf(reply))).content)).toMatchObject({
      evaluationItemModel: {
        'evaluationLevelModelList (#1)': [{ level: 1 }],
        'evaluationLevelModelList (#2)': [{ level: 5 }],
      },
    });
    expect(await takenByTwo(idOf(reply), { level: 'dissatisfied' })).toMatchObject({ stored: 1 });
    expect(await found()).toMatchObject({ level: 'dissatisfied', tags: ['209'] });
  });

  it('is marked where persons take the rest in', async () => {
    const reply = await given.callRaw('evaluation.sync', sentTwice('rateText', '"慢"', '"快"'));
    expect(await takenByTwo(idOf(reply), {})).toMatchObject({ stored: 1 });
    expect(await found()).toMatchObject({ doubts: [{ code: 'words_in_other_form' }] });
    const file = await world.call('GET /v1/tickets/{id}', {
      as: people.handler,
      path: { id: `${projectNo}-1` },
    });
    expect(file.body).toMatchObject({ words: '慢\n快' });
  });

  it('as a whole evaluation is taken in one by one', async () => {
    await secondContact();
    const [first, second] = [evaluationItem(), evaluationItem()].map((one) => JSON.stringify(one));
    const body = `{"targetId":"${projectNo}","evaluationItemModel":${first},"evaluationItemModel":${second}}`;
    const reply = await given.callRaw('evaluation.sync', body);
    expect(reply.body).toMatchObject(keptAs('member_twice'));
    const id = idOf(reply);
    expect(outcomeOf(await take(id, { serviceNumber: 1 }))).toBe('422 callback_several');
    expect(outcomeOf(await take(id, { item: 3 }))).toBe('422 callback_several');
    for (const item of [1, 2]) {
      expect(await takenByTwo(id, { item, serviceNumber: item })).toMatchObject({ stored: 1 });
      const codes = (await found(item))?.doubts?.map(({ code }) => code);
      expect(codes).toContain('contact_stated');
    }
    expect((await show(id)).state).toBe('open');
  });

  it.each(['null', '{"a":1}'])('is one where the other says nothing else: %s', async (other) => {
    const item = other === 'null' ? JSON.stringify(evaluationItem()) : undefined;
    const features = item === undefined ? `"features":${other},"features":${other},` : '';
    const twice = `${other === 'null' ? '"evaluationItemModel":null,' : ''}"evaluationItemModel":`;
    const body = `{"targetId":"${projectNo}",${features}${twice}${item ?? JSON.stringify(evaluationItem())}}`;
    expect((await given.callRaw('evaluation.sync', body)).body).toMatchObject({ stored: 1 });
  });

  it('is kept in the text of a member too, and is no concern in what is left out', async () => {
    const body = { targetId: projectNo, evaluationItemModel: '{"id":1,"id":2}' };
    expect((await given.call('evaluation.sync', body)).body).toMatchObject(keptAs('member_twice'));
    const rater = await given.callRaw('evaluation.sync', sentTwice('raterName', '"甲"', '"乙"'));
    expect(rater.body).toMatchObject({ stored: 1 });
  });
});
