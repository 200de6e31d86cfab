/** What cannot be stored is kept, listed, tried again, and taken in or settled by persons. */
import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import type { KeptCallbackList } from '../../../events/exchange/kept-callback.ts';
import { retryKeptCallbacks } from '../../../functions/exchange/kept/retry.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
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

const [as, { admin }] = [{ ...people.supervisor, area: '330600' }, people];
const unreadableLevel = { evaluationLevelModelList: [{ level: '较差' }] };

const listed = async (state?: string) => {
  const query = state === undefined ? {} : { state };
  const reply = await world.call('GET /v1/center/callbacks', { as, query });
  return bodyOf<KeptCallbackList>(reply).callbacks;
};

const idOf = (reply: Reply): string => bodyOf<{ kept: { id: string } }>(reply).kept.id;

const show = (id: string) => world.call('GET /v1/center/callbacks/{id}', { as, path: { id } });

const take = (id: string, body: object) =>
  world.call('POST /v1/center/callbacks/{id}/take', { as: admin, path: { id }, body });

const takenByTwo = (id: string, body: object) =>
  world.byTwo<{ callbackId: string; stored: number }>('POST /v1/center/callbacks/{id}/take', {
    as: admin,
    path: { id },
    body,
  });

const retry = () => {
  const { now } = world.clock;
  return retryKeptCallbacks({ ...world.stores, now, rulebook: world.stores.rulebookBy(now) })();
};

const found = () => world.stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });

const withoutLevel = (evaluationLevelModelList: unknown) => () =>
  given.evaluate({ id: 17, evaluationLevelModelList });

describe('a callback that cannot be stored', () => {
  it.each<[string, string, () => Promise<Reply>]>([
    ['evaluation.sync', 'level_unreadable', withoutLevel([{ level: '较差' }])],
    ['evaluation.sync', 'level_unreadable', withoutLevel(null)],
    [
      'evaluation.sync',
      'evaluation_missing',
      () => given.call('evaluation.sync', { targetId: projectNo }),
    ],
    ['append.sync', 'evaluation_missing', () => given.callRaw('append.sync', '[]')],
    ['operation.sync', 'steps_missing', () => given.callRaw('operation.sync', 'null')],
    ['append.sync', 'unreadable', () => given.callRaw('append.sync', '{"targetId":')],
    ['operation.sync', 'unreadable', () => given.callRaw('operation.sync', '')],
    ['evaluation.sync', 'unreadable', () => given.callRaw('evaluation.sync', '['.repeat(200_000))],
    [
      'evaluation.sync',
      'unreadable',
      () => given.callRaw('evaluation.sync', Buffer.from([0x7b, 0xb2, 0xee, 0x7d])),
    ],
  ])('%s is listed as %s, once', async (operation, reason, send) => {
    const kept = bodyOf<{ kept: object }>(await send()).kept;
    expect(kept).toMatchObject({ reason });
    expect((await send()).body).toEqual({ success: true, repeated: true, stored: 0, kept });
    expect(await listed()).toMatchObject([{ operation, reason, state: 'open', ...kept }]);
    expect(world.stores.memory.count('rating')).toBe(0);
  });

  it('is shown as it came, also when it is not UTF-8', async () => {
    const id = idOf(await given.callRaw('evaluation.sync', Buffer.from([0x7b, 0xb2, 0xee, 0x7d])));
    expect((await show(id)).body).toMatchObject({ content: '{差}', encoding: 'gb18030' });
    const text = idOf(await given.callRaw('evaluation.sync', '\uFEFF{"a":[1,'));
    expect((await show(text)).body).toMatchObject({ content: '{"a":[1,', encoding: 'utf-8' });
    expect(outcomeOf(await show('x'))).toBe('404 kept_callback_unknown');
    expect(outcomeOf(await show('-/.'))).toBe('404 kept_callback_unknown');
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'text/plain'])(
    'is listed as damaged when the gateway lost characters of it, under %s',
    async (type) => {
      const item = JSON.stringify({
        targetId: projectNo,
        evaluationItemModel: evaluationItem({ rateText: 'GBK' }),
      });
      const [before = '', after = ''] = item.split('GBK');
      const gbk = Buffer.from([0xc4, 0xe3, 0xba, 0xc3]);
      const file = Buffer.concat([Buffer.from(before), gbk, Buffer.from(after)]);
      const reply = await world.call('POST /v1/center/{operation}', {
        by: given.center,
        path: { operation: 'evaluation.sync' },
        headers: { 'content-type': type },
        file,
        arrivesAs: file.toString('utf8'),
      });
      expect(reply.body).toMatchObject({ success: true, kept: { reason: 'damaged' } });
      const id = idOf(reply);
      expect(await listed()).toMatchObject([{ id, state: 'open', projectNo }]);
      expect(JSON.stringify((await show(id)).body)).toContain('\uFFFD');
      expect(await found()).toBeUndefined();
      expect(await takenByTwo(id, { reason: '与省中心核对' })).toMatchObject({ stored: 1 });
    },
  );

  it('is refused when its content is not what was signed', async () => {
    const reply = await world.call('POST /v1/center/{operation}', {
      by: given.center,
      path: { operation: 'evaluation.sync' },
      file: Buffer.from('{}'),
      arrivesAs: '{"a":1}',
    });
    expect(outcomeOf(reply)).toBe('401 digest_mismatch');
  });
});

describe('two persons take in', () => {
  it('a rating whose level they state, and its ticket starts then', async () => {
    const id = idOf(await given.evaluate(unreadableLevel));
    world.clock.advance(86_400_000);
    const stated = { level: 'very_dissatisfied', reason: '较差，经核对属实' };
    expect(await takenByTwo(id, stated)).toEqual({ callbackId: id, stored: 1 });
    expect(await found()).toMatchObject({
      level: 'very_dissatisfied',
      tags: ['209'],
      proof: 'center',
      accessKey: given.center.accessKey,
      receivedAt: world.clock.now(),
      doubts: [
        { code: 'level_stated', sent: '较差' },
        { code: 'indicator_of_other_level', sent: '209' },
      ],
    });
    const ticket = await world.stores.tickets.find(`${projectNo}-1`);
    expect(ticket).toMatchObject({ state: 'open', openedAt: world.clock.now() });
    const end = { by: admin.id, confirmedBy: people.secondAdmin.id, note: stated.reason };
    expect(await listed('taken')).toMatchObject([{ id, end }]);
  });

  it('what names the wrong case, and unreadable bytes, as they read them', async () => {
    const body = { targetId: '绍兴', evaluationItemModel: evaluationItem() };
    const id = idOf(await given.call('evaluation.sync', body));
    expect(outcomeOf(await take(id, { reason: '核对，经核对属实' }))).toBe('404 case_unknown');
    const stranger = { reason: '核对，经核对属实', projectNo: nextProjectNo() };
    expect(outcomeOf(await take(id, stranger))).toBe('404 case_unknown');
    const elsewhere = { reason: '核对，经核对属实', projectNo, serviceNumber: 9 };
    expect(outcomeOf(await take(id, elsewhere))).toBe('404 contact_unknown');
    expect(await takenByTwo(id, { reason: '核对，经核对属实', projectNo })).toMatchObject({
      stored: 1,
    });
    expect(await found()).toMatchObject({ level: 'dissatisfied', tags: ['209'] });

    projectNo = await world.acceptedCase(given.system);
    const bytes = idOf(await given.callRaw('evaluation.sync', Buffer.from([0xb2, 0xee])));
    const read = { reason: '原文为“差”', projectNo, serviceNumber: 1, level: 'dissatisfied' };
    expect(outcomeOf(await take(bytes, read))).toBe('422 callback_words_missing');
    expect(await takenByTwo(bytes, { ...read, text: null })).toMatchObject({ stored: 1 });
    expect(await found()).toMatchObject({ level: 'dissatisfied', channel: 'unknown', tags: [] });
  });

  it('a rating under an id that another case had first', async () => {
    await given.evaluate({ id: 42 });
    const body = {
      targetId: await world.acceptedCase(given.system),
      evaluationItemModel: evaluationItem({ id: 42 }),
    };
    const reply = await given.call('evaluation.sync', body);
    expect(reply.body).toMatchObject({ kept: { reason: 'callback_differs' } });
    expect(await takenByTwo(idOf(reply), { reason: '编号重新起算' })).toMatchObject({ stored: 1 });
    expect(world.stores.memory.count('ticket')).toBe(2);
    expect((await given.call('evaluation.sync', body)).body).toMatchObject({ repeated: true });
    expect(world.stores.memory.count('rating')).toBe(2);
  });

  it('nothing that can be read otherwise', async () => {
    const body = { targetId: nextProjectNo(), evaluationItemModel: evaluationItem() };
    const id = idOf(await given.call('evaluation.sync', body));
    const better = { level: 'very_satisfied', projectNo, reason: '核对，经核对属实' };
    expect(outcomeOf(await take(id, better))).toBe('422 callback_readable');
    const known = idOf(await given.evaluate(unreadableLevel, { features: { serviceNumber: 1 } }));
    const other = await world.acceptedCase(given.system);
    for (const elsewhere of [{ projectNo: other }, { serviceNumber: 2 }]) {
      const stated = { ...elsewhere, level: 'dissatisfied', reason: '核对，经核对属实' };
      expect(outcomeOf(await take(known, stated))).toBe('422 callback_readable');
    }
    expect(world.stores.memory.count('rating')).toBe(0);
  });

  it('nothing that is taken in already, and not what contradicts a rating', async () => {
    await given.evaluate();
    const id = idOf(await given.evaluate({ rateText: '其实很好' }));
    const reply = await take(id, { reason: '核对，经核对属实' });
    const path = { id: bodyOf<{ approvalId: string }>(reply).approvalId };
    const confirm = () =>
      world.call('POST /v1/approvals/{id}/confirm', { as: people.secondAdmin, path, body: {} });
    const refused = await confirm();
    expect(outcomeOf(refused)).toBe('409 callback_not_stored');
    const approvals = async (state: string) => {
      const list = await world.call('GET /v1/approvals', { as: admin, query: { state } });
      return bodyOf<{ approvals: { state: string }[] }>(list).approvals;
    };
    expect(await approvals('open')).toEqual([]);
    const failed = (await approvals('ended')).filter(({ state }) => state === 'failed');
    const failure = { code: 'callback_not_stored', fact: 'already_rated' };
    expect(failed).toMatchObject([{ approvalId: path.id, failure }]);
    expect(outcomeOf(await confirm())).toBe('409 approval_decided');
    expect(world.stores.memory.count('rating')).toBe(1);
  });
});

const early = (more: object = {}) => ({
  targetId: nextProjectNo(),
  evaluationItemModel: evaluationItem(more),
});

describe('what waits is tried again', () => {
  it('and taken in when its case is here', async () => {
    const [here, missing] = [early(), early()];
    const id = idOf(await given.call('evaluation.sync', here));
    await given.call('evaluation.sync', missing);
    await retry();
    expect(await listed('waiting')).toHaveLength(2);
    projectNo = await world.acceptedCase(given.system, here.targetId);
    await retry();
    expect(await found()).toMatchObject({ level: 'dissatisfied', receivedAt: world.clock.now() });
    expect(await listed('waiting')).toMatchObject([{ projectNo: missing.targetId }]);
    expect(await listed('taken')).toMatchObject([{ id, end: { by: 'system' } }]);
  });

  it('and needs a person after ten days, or when it fails for another reason', async () => {
    const contradicting = early({ rateText: '其实很好' });
    await given.call('evaluation.sync', contradicting);
    // Those of one moment are listed by their ids, which are random.
    world.clock.advance(1);
    await given.call('evaluation.sync', early());
    await world.acceptedCase(given.system, contradicting.targetId);
    const mine = { targetId: contradicting.targetId, evaluationItemModel: evaluationItem() };
    await given.call('evaluation.sync', mine);
    await retry();
    expect(await listed()).toMatchObject([{ reason: 'already_rated' }]);
    world.clock.advance(10 * 86_400_000);
    await retry();
    expect(await listed('waiting')).toEqual([]);
    const reasons = (await listed()).map(({ reason }) => reason);
    expect(reasons.toSorted()).toEqual(['already_rated', 'case_unknown']);
  });

  it('though another cannot be read from the store', async () => {
    const here = early();
    const broken = idOf(await given.call('evaluation.sync', early()));
    await given.call('evaluation.sync', here);
    projectNo = await world.acceptedCase(given.system, here.targetId);
    const { kept } = world.stores;
    const parts = kept.parts.bind(kept);
    kept.parts = (id) => (id === broken ? Promise.reject(new Error('gone')) : parts(id));
    await expect(retry()).rejects.toThrow('kept callbacks could not be tried');
    expect(await found()).toBeDefined();
  });

  it('before what failed in the run before, when more wait than one run tries', async () => {
    const here = early();
    // The moment of the first run is later than that of the last callback: order is by moment.
    for (const one of [...Array.from({ length: 201 }, () => early()), here]) {
      await given.call('evaluation.sync', one);
      world.clock.advance(1);
    }
    projectNo = await world.acceptedCase(given.system, here.targetId);
    await retry();
    expect(await found()).toBeUndefined();
    await retry();
    expect(await found()).toBeDefined();
  });
});
