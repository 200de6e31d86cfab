import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { nextProjectNo } from '../../support/case-facts.ts';
import type { Reply } from '../reply.ts';
import { closeIt, deskOf } from '../ticket/desk.ts';
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

const first = {
  dealInfo: '省中心已受理',
  dealTime: '2026-11-20 10:00:00',
  dealerId: 'p1',
  status: 0,
};

const second = {
  dealInfo: '转地市核实',
  dealTime: '2026-11-20 10:20:00',
  dealerId: 'p1',
  status: 20,
};

const operate = (steps: readonly object[], more: object = {}, about: object = {}) =>
  given.call('operation.sync', {
    targetId: projectNo,
    caseModelList: [{ code: 'GD20261120001', caseWorkflowModelList: steps, ...more }],
    ...about,
  });

const chain = async () =>
  (await world.stores.tickets.steps(`${projectNo}-1`)).filter(
    (step) => step.type === 'province_step',
  );

const keptFor = async (reply: Promise<Reply>) =>
  bodyOf<{ kept: { reason: string } }>(await reply).kept.reason;

describe('operation.sync', () => {
  it('writes what is new of the course, in order, sealed, and moves nothing', async () => {
    await given.evaluate();
    expect((await operate([second, first])).body).toMatchObject({ stored: 2 });
    expect((await operate([first, second])).body).toMatchObject({ stored: 0, repeated: true });
    const third = { ...second, dealTime: '2026-11-20 10:21:00' };
    expect((await operate([first, second, third])).body).toMatchObject({ stored: 1 });
    expect((await chain()).map(({ facts }) => [facts.code, facts.status, facts.doneAt])).toEqual([
      ['GD20261120001', '0', '2026-11-20T02:00:00.000Z'],
      ['GD20261120001', '20', '2026-11-20T02:20:00.000Z'],
      ['GD20261120001', '20', '2026-11-20T02:21:00.000Z'],
    ]);
    expect(JSON.stringify(await chain())).not.toContain('省中心已受理');
    const file = await world.call('GET /v1/tickets/{id}', {
      as: people.handler,
      path: { id: `${projectNo}-1` },
    });
    expect(file.body).toMatchObject({ state: 'open', audit: { intact: true } });
    expect(JSON.stringify(file.body)).toContain('省中心已受理');
  });

  it('reads the chain once for a long course, and looks again where others write', async () => {
    await given.evaluate();
    const { tickets } = world.stores;
    const read = tickets.steps.bind(tickets);
    let reads = 0;
    tickets.steps = (id) => {
      reads += 1;
      return read(id);
    };
    const course = Array.from({ length: 20 }, (_, status) => ({ ...first, status }));
    expect((await operate(course)).body).toMatchObject({ stored: 20 });
    expect(reads).toBe(1);
    const replies = await Promise.all([operate([second]), operate([second, ...course])]);
    expect(new Set(replies.map(outcomeOf))).toEqual(new Set(['200']));
    expect(await chain()).toHaveLength(21);
  });

  it('of many at once is written once', async () => {
    await given.evaluate();
    const replies = await Promise.all(Array.from({ length: 4 }, () => operate([first])));
    expect(new Set(replies.map(outcomeOf))).toEqual(new Set(['200']));
    expect(await chain()).toHaveLength(1);
  });

  it('finds the ticket by our own number of it, also when it has ended', async () => {
    await given.evaluate();
    await closeIt(deskOf(world, { id: `${projectNo}-1`, receipt: '' }));
    const code = `${projectNo}-1`;
    expect((await operate([first], { code })).body).toMatchObject({ stored: 1 });
    expect(await world.stores.tickets.find(code)).toMatchObject({ state: 'closed' });
    const other = await operate([first], { code: `${projectNo}-2` });
    expect(other.body).toMatchObject({ stored: 0, kept: { reason: 'ticket_unknown' } });
  });

  it('is of no other ticket than that of our own number, be it of a second generation', async () => {
    await given.evaluate();
    const reply = await operate([first], { code: `${projectNo}-1g2` });
    expect(reply.body).toMatchObject({ stored: 0, kept: { reason: 'ticket_unknown' } });
    expect(await chain()).toEqual([]);
  });

  it('does not put the course of another case’s work order down to this one', async () => {
    await given.evaluate();
    const stranger = await operate([first], { code: `${nextProjectNo()}-1` });
    expect(stranger.body).toMatchObject({ stored: 0, kept: { reason: 'ticket_unknown' } });
    expect(await chain()).toEqual([]);
  });

  it('waits while there is no ticket or no case, and is kept when there is no course', async () => {
    expect(await keptFor(operate([first]))).toBe('ticket_unknown');
    expect(await keptFor(operate([], {}, { caseModelList: null }))).toBe('steps_missing');
    const unknown = operate([first], {}, { targetId: nextProjectNo() });
    expect(await keptFor(unknown)).toBe('case_unknown');
  });

  it('is listed at once with its reason when the rating is good, and so has no ticket', async () => {
    const good = {
      evaluationLevelModelList: [{ level: 5 }],
      evaluationTagItemModelList: [{ tagCode: 510 }],
    };
    const caseModelList = [{ code: 'GD20261120001', caseWorkflowModelList: [first] }];
    const rated = await given.evaluate(good, { caseModelList });
    expect(rated.body).toMatchObject({ stored: 1, kept: { reason: 'ticket_none' } });
    expect(await keptFor(operate([second]))).toBe('ticket_none');
    expect(await keptFor(operate([second], { code: `${projectNo}-1` }))).toBe('ticket_none');
    expect(await keptFor(operate([second], { code: `${projectNo}-2` }))).toBe('ticket_unknown');
    const list = await world.call('GET /v1/center/callbacks', { as: people.admin });
    const states = bodyOf<{ callbacks: { reason: string; state: string }[] }>(list).callbacks;
    expect(states.map(({ reason, state }) => [reason, state])).toEqual(
      Array.from({ length: 3 }, () => ['ticket_none', 'open']),
    );
  });

  it('waits while one of the contacts that it can mean is not rated', async () => {
    await given.evaluate({ evaluationLevelModelList: [{ level: 5 }] });
    const at = '2026-11-20T09:30:30+08:00';
    const contact = { serviceNumber: 2, service: 'collect', at };
    const events = [
      { eventId: 'c2', type: 'step', projectNo, at, step: { name: '送达' }, contact },
    ];
    await world.call('POST /v1/cases', { by: given.system, nonce: randomUUID(), body: { events } });
    expect(await keptFor(operate([second]))).toBe('ticket_unknown');
  });

  it('is read whatever types it has, and what cannot be read does not hold up the rest', async () => {
    await given.evaluate();
    const odd = { dealInfo: 12, dealTime: Date.parse('2026-11-20T10:05:00+08:00'), status: '30' };
    const undated = { dealInfo: '无时间', dealTime: '昨天', status: 1 };
    const reply = await operate([odd, undated], { code: 7_300_000_000 });
    expect(reply.body).toMatchObject({ stored: 2, kept: { reason: 'stored_in_part' } });
    expect((await chain()).map(({ facts }) => facts)).toMatchObject([
      { code: '7300000000', status: '30', doneAt: '2026-11-20T02:05:00.000Z' },
      { status: '1', doneAt: world.clock.now(), timeDoubt: 'unreadable_time' },
    ]);
    const { id } = bodyOf<{ kept: { id: string } }>(reply).kept;
    const proposed = await world.call('POST /v1/center/callbacks/{id}/take', {
      as: people.admin,
      path: { id },
      body: { reason: '核对，经核对属实' },
    });
    const confirmed = await world.call('POST /v1/approvals/{id}/confirm', {
      as: people.secondAdmin,
      path: { id: bodyOf<{ approvalId: string }>(proposed).approvalId },
      body: {},
    });
    expect(outcomeOf(confirmed)).toBe('409 callback_not_stored');
    expect(await world.stores.kept.find(id)).toMatchObject({ state: 'open' });
    const again = await operate([odd, undated], { code: 7_300_000_000 });
    expect(again.body).toMatchObject({ stored: 0, repeated: true });
    expect(world.stores.memory.count('kept_callback')).toBe(1);
  });

  it('keeps words in another form, and marks a time to come', async () => {
    await given.evaluate();
    world.clock.advance(3_600_000);
    const odd = { ...first, dealInfo: { zh: '已督办' } };
    const ahead = { ...first, dealTime: '2030-01-01 00:00:00' };
    const reply = await operate([odd, ahead], { replyContent: '另行答复' });
    expect(reply.body).toMatchObject({ stored: 2, kept: { reason: 'stored_in_part' } });
    expect((await chain()).map(({ facts }) => facts.timeDoubt)).toEqual([
      undefined,
      'implausible_time',
    ]);
    const path = { id: `${projectNo}-1` };
    const file = await world.call('GET /v1/tickets/{id}', { as: people.handler, path });
    expect(JSON.stringify(file.body)).toContain('已督办');
  });

  it('with the number of another ticket is taken in for the contact that persons state', async () => {
    await given.evaluate();
    const reply = await operate([first], { code: `${nextProjectNo()}-1` });
    const { id } = bodyOf<{ kept: { id: string } }>(reply).kept;
    const body = { projectNo, serviceNumber: 1, reason: '与省中心核对' };
    const taken = await world.byTwo('POST /v1/center/callbacks/{id}/take', {
      as: people.admin,
      path: { id },
      body,
    });
    expect(taken).toMatchObject({ stored: 1 });
    expect(await chain()).toHaveLength(1);
  });

  it('of hundreds of steps is stored by several attempts', async () => {
    await given.evaluate();
    const course = Array.from({ length: 250 }, (_, status) => ({ ...first, status }));
    const reply = await operate(course);
    expect(reply.body).toMatchObject({ stored: 200, kept: { reason: 'steps_waiting' } });
    expect((await operate(course)).body).toMatchObject({ stored: 50, repeated: false });
    expect(await chain()).toHaveLength(250);
  });
});

const body = () => ({ targetId: projectNo, evaluationItemModel: evaluationItem() });

describe('who may call back', () => {
  it('the center alone, with a right of its own', async () => {
    expect(outcomeOf(await given.call('evaluation.sync', body(), given.system))).toBe(
      '403 not_permitted',
    );
    const forged = { ...given.center, secret: 'another' };
    expect(outcomeOf(await given.call('evaluation.sync', body(), forged))).toBe(
      '401 signature_invalid',
    );
    const reply = await world.call('POST /v1/cases', {
      by: given.center,
      nonce: randomUUID(),
      body: { events: [{}] },
    });
    expect(outcomeOf(reply)).toBe('403 not_permitted');
  });

  it('by the three operations there are', async () => {
    const reply = await given.call('evaluation.delete', body());
    expect(outcomeOf(reply)).toBe('404 center_operation_unknown');
    expect(world.stores.memory.count('rating')).toBe(0);
  });
});
