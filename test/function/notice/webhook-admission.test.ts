import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const webhook = { name: '区平台', form: 'signed', box: 'department', area: '330602' } as const;
const url = 'https://desk.example.cn/webhooks/notices?b=2&a=1';

const robot = {
  form: 'robot',
  secret: 'SEC1',
  url: 'https://robot.example.cn/send?access_token=T',
};

const admit = (world: World, more: object = {}) =>
  world.byTwo<{ id: string; secret: string }>('POST /v1/webhooks', {
    as: people.admin,
    body: { ...webhook, url, ...more },
  });

describe('who may be sent notices', () => {
  it.each([
    ['http://desk.example.cn/x', '422 webhook_address_refused'],
    ['https://10.0.0.7/x', '422 webhook_address_refused'],
    ['https://[::1]/x', '422 webhook_address_refused'],
    ['https://2130706433/x', '422 webhook_address_refused'],
    ['https://localhost/x', '422 webhook_address_refused'],
    ['https://localhost./x', '422 webhook_address_refused'],
    ['https://desk.example.cn./x', '422 webhook_address_refused'],
    ['https://desk.localhost/x', '422 webhook_address_refused'],
    ['https://printer.local/x', '422 webhook_address_refused'],
    ['https://metadata.google.internal/x', '422 webhook_address_refused'],
    ['https://router.home.arpa/x', '422 webhook_address_refused'],
    ['https://inside.example.cn/x', '422 webhook_address_refused'],
    ['https://mixed.example.cn/x', '422 webhook_address_refused'],
    ['https://mapped.example.cn/x', '422 webhook_address_refused'],
    ['http://127.0.0.1:9/x', '422 webhook_address_refused'],
    ['https://intranet/x', '422 webhook_address_refused'],
    ['https://u:p@desk.example.cn/x', '422 webhook_address_refused'],
    ['https://desk.example.cn/x#y', '422 webhook_address_refused'],
    ['ftp://desk.example.cn/x', '422 webhook_address_refused'],
    ['desk', '400 invalid_input'],
  ])('%s: %s', async (address, outcome) => {
    const world = newWorld();
    const body = { ...webhook, url: address };
    const reply = await world.call('POST /v1/webhooks', { as: people.admin, body });
    expect(outcomeOf(reply)).toBe(outcome);
    expect(await world.stores.webhooks.all()).toEqual([]);
  });

  it('may be at a name that has no address yet', async () => {
    const world = newWorld();
    await admit(world, { url: 'https://nowhere.example.cn/x' });
    expect(await world.stores.webhooks.all()).toMatchObject([{ host: 'nowhere.example.cn' }]);
  });

  it('a signed one brings no secret, a robot brings its own, shown to nobody', async () => {
    const world = newWorld();
    const as = people.admin;
    for (const body of [
      { ...webhook, url, secret: 'mine' },
      { ...webhook, ...robot, secret: undefined },
    ]) {
      const reply = await world.call('POST /v1/webhooks', { as, body });
      expect(outcomeOf(reply)).toBe('400 invalid_input');
    }
    const { secret } = await admit(world);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await admit(world, { ...robot, name: 'robot' })).not.toHaveProperty('secret');
    const listed = JSON.stringify((await world.call('GET /v1/webhooks', { as })).body);
    const secrets = new RegExp(`${secret}|SEC1|access_token|/webhooks`);
    expect(listed).not.toMatch(secrets);
    expect(JSON.stringify(await world.stores.webhooks.all())).not.toMatch(secrets);
    const approvals = await world.call('GET /v1/approvals', { as, query: { state: 'ended' } });
    expect(JSON.stringify(approvals.body)).toContain('desk.example.cn');
    expect(JSON.stringify(approvals.body)).not.toMatch(secrets);
    expect(JSON.stringify(approvals.body)).not.toContain('sealed');
  });

  it('is decided by the system administrator, and no more than forty for an area', async () => {
    const world = newWorld();
    const refused = [
      await world.call('POST /v1/webhooks', { as: people.supervisor, body: { ...webhook, url } }),
      await world.call('GET /v1/webhooks', { as: people.supervisor }),
      await world.call('DELETE /v1/webhooks/{id}', { as: people.handler, path: { id: 'x' } }),
      await world.call('POST /v1/webhooks/{id}/redeliver', {
        as: people.handler,
        path: { id: 'x' },
      }),
    ];
    expect(refused.map(outcomeOf)).toEqual(refused.map(() => '403 role_missing'));
    const as = people.admin;
    const unknown = await world.call('POST /v1/webhooks/{id}/redeliver', { as, path: { id: 'x' } });
    expect(outcomeOf(unknown)).toBe('404 webhook_unknown');
    for (let n = 0; n < 40; n += 1) await admit(world, { name: `webhook ${n}` });
    const body = { ...webhook, url };
    const more = await world.call('POST /v1/webhooks', { as, body });
    expect(outcomeOf(more)).toBe('409 too_many_webhooks');
    await admit(world, { area: '330600' });
    await admit(world, { area: '330681' });
  });

  it('gets what only the city reads for the whole city only', async () => {
    const world = newWorld();
    for (const box of ['city', 'accountability']) {
      const call = (area: string) =>
        world.call('POST /v1/webhooks', {
          as: people.admin,
          body: { ...webhook, url, box, area },
        });
      const refused = await call('330602');
      expect(outcomeOf(refused)).toBe('400 invalid_input');
      expect(bodyOf<object>(refused)).toMatchObject({
        errors: [{ path: '/box', problem: 'box_of_city' }],
      });
      expect(outcomeOf(await call('330600'))).toBe('202');
    }
  });

  it('has a name that reads as it is written', async () => {
    const body = { ...webhook, url, name: '\u202Eabc\nx' };
    const reply = await newWorld().call('POST /v1/webhooks', { as: people.admin, body });
    expect(bodyOf<object>(reply)).toMatchObject({
      errors: [{ path: '/name', problem: 'not_a_plain_line' }],
    });
  });
});
