import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { approvalOf, confirm } from '../approval-calls.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const inCounty: Person = { id: 'u-county-1', roles: ['system_admin'], area: '330602' };
const colleague: Person = { ...inCounty, id: 'u-county-2' };
const elsewhere: Person = { ...inCounty, id: 'u-county-3', area: '330681' };

const body = {
  name: '区平台',
  form: 'signed',
  box: 'department',
  area: '330602',
  url: 'https://desk.example.cn/notices',
};

const propose = (world: World, as: Person = inCounty, more: object = {}) =>
  world.call('POST /v1/webhooks', { as, body: { ...body, ...more } });

const listed = async (world: World, as: Person = people.admin) =>
  bodyOf<{ webhooks: readonly { id: string }[] }>(await world.call('GET /v1/webhooks', { as }))
    .webhooks;

describe('a webhook that one person proposes', () => {
  it('receives nothing, and whoever proposed it cannot confirm it', async () => {
    const world = newWorld();
    const proposed = await propose(world);
    expect(outcomeOf(proposed)).toBe('202');
    expect(JSON.stringify(proposed.body)).not.toMatch(/secret|url/i);
    expect(outcomeOf(await confirm(world, approvalOf(proposed), inCounty))).toBe('403 same_person');
    expect(await world.stores.webhooks.all()).toEqual([]);
  });

  it('is registered once a colleague confirms it, with both on record', async () => {
    const world = newWorld();
    const id = approvalOf(await propose(world));
    const done = await confirm(world, id, colleague);
    expect(bodyOf<object>(done)).toMatchObject({ result: { secret: expect.any(String) } });
    expect(await listed(world)).toMatchObject([
      { host: 'desk.example.cn', admittedBy: inCounty.id, confirmedBy: colleague.id },
    ]);
    const again = await confirm(world, id, colleague);
    expect(again.body).toEqual({ approvalId: id, state: 'done' });
    expect(await listed(world)).toHaveLength(1);
  });

  it.each([
    ['an administrator of another county', elsewhere, '404 approval_unknown'],
    ['a hall administrator', people.hallAdmin, '404 approval_unknown'],
    ['a supervisor, who may confirm other acts', people.supervisor, '404 approval_unknown'],
  ])('is not confirmed by %s', async (_who, as, outcome) => {
    const world = newWorld();
    const id = approvalOf(await propose(world));
    expect(outcomeOf(await confirm(world, id, as))).toBe(outcome);
    expect(await world.stores.webhooks.all()).toEqual([]);
  });

  it('of the whole city is confirmed by the city only', async () => {
    const world = newWorld();
    expect(outcomeOf(await propose(world, inCounty, { area: '330600' }))).toBe('404 out_of_scope');
    const id = approvalOf(await propose(world, people.admin, { area: '330600' }));
    expect(outcomeOf(await confirm(world, id, inCounty))).toBe('404 approval_unknown');
    expect(outcomeOf(await confirm(world, id))).toBe('200');
  });
});

describe('a webhook of another county', () => {
  it('is not listed, and is unknown to who would remove it or send again', async () => {
    const world = newWorld();
    await confirm(world, approvalOf(await propose(world)), colleague);
    const [webhook] = await listed(world, inCounty);
    const path = { id: webhook?.id ?? '' };
    expect(await listed(world, elsewhere)).toEqual([]);
    const replies = [
      await world.call('DELETE /v1/webhooks/{id}', { as: elsewhere, path }),
      await world.call('POST /v1/webhooks/{id}/redeliver', { as: elsewhere, path }),
    ];
    expect(replies.map(outcomeOf)).toEqual(replies.map(() => '404 webhook_unknown'));
    expect(await listed(world)).toHaveLength(1);
  });
});
