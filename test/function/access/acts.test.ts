import { createHash } from 'node:crypto';

import { describe, expect, it, vi } from 'vitest';

import { brokenAct, linkAct } from '../../../shared/domain/access/act.ts';
import type { Act } from '../../../shared/domain/access/act.ts';
import { sha256 } from '../../../shared/rules.ts';
import type { Person } from '../request.ts';
import { bodyOf, hall, newWorld, outcomeOf, people, window } from '../world.ts';
import type { World } from '../world.ts';

const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };

interface Acts {
  readonly month: string;
  readonly acts: readonly (Record<string, unknown> & { readonly number: number })[];
  readonly broken: number | null;
  readonly cursor: string | null;
}

const broken = async (): Promise<never> => Promise.reject(new Error('no table'));

const actsOf = async (world: World, query = {}): Promise<Acts> =>
  bodyOf<Acts>(await world.call('GET /v1/acts', { as: auditor, query }));

describe('an administrative act', () => {
  it('is written before and after it is done, with who, what and how it ended', async () => {
    const world = newWorld();
    const body = { hall, window };
    await world.call('POST /v1/pads', { as: people.hallAdmin, body });
    const { acts: newestFirst, month, broken } = await actsOf(world);
    const acts = newestFirst.toReversed();
    const [approval] = bodyOf<{ approvals: { approvalId: string; about: { padId: string } }[] }>(
      await world.call('GET /v1/approvals', { as: people.hallAdmin }),
    ).approvals;
    expect({ month, broken }).toEqual({ month: '2026-11', broken: null });
    expect(acts).toEqual([
      {
        phase: 'asked',
        number: 1,
        at: '2026-11-20T09:30:00.000+08:00',
        by: 'u-hall',
        roles: ['hall_admin'],
        area: '330602',
        call: 'POST /v1/pads',
        subject: {},
        bodyDigest: createHash('sha256').update(JSON.stringify(body)).digest('hex'),
        previous: '',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/u),
      },
      {
        phase: 'ended',
        number: 2,
        at: '2026-11-20T09:30:00.000+08:00',
        of: 1,
        status: 202,
        about: {
          approvalId: approval?.approvalId,
          power: 'pad',
          padId: approval?.about.padId,
          hall,
          window,
        },
        previous: acts[0]?.['hash'],
        hash: expect.stringMatching(/^[0-9a-f]{64}$/u),
      },
    ]);
  });

  it('is written with its refusal, and names the thing and not what was sent', async () => {
    const world = newWorld();
    const given = { as: people.admin, path: { accessKey: 'AK0' } };
    await world.call('DELETE /v1/integrators/{accessKey}', given);
    const [ended, asked] = (await actsOf(world)).acts;
    expect(asked).toMatchObject({ subject: { accessKey: 'AK0' } });
    expect(asked).not.toHaveProperty('bodyDigest');
    expect(ended).toMatchObject({ of: 1, status: 404, code: 'integrator_unknown' });
  });

  it.each(['constructor', '', '__proto__', 'toString', 'x y'])(
    'is written also with an odd parameter: %j',
    async (name) => {
      const world = newWorld();
      const query = Object.fromEntries([[name, '1']]);
      await world.call('POST /v1/pads', { as: people.hallAdmin, query, body: { hall, window } });
      const asked = (await actsOf(world)).acts.find(({ phase }) => phase === 'asked');
      expect(asked).toMatchObject({ call: 'POST /v1/pads' });
      expect(asked?.['subject']).toEqual({ '?': new URLSearchParams(query).toString() });
    },
  );

  it('of both persons is there, page by page', async () => {
    const world = newWorld();
    await world.pad();
    const first = await actsOf(world, { limit: '3' });
    const second = await actsOf(world, { limit: '3', cursor: first.cursor ?? '' });
    const all = [...first.acts, ...second.acts];
    const asked = all.filter(({ phase }) => phase === 'asked');
    expect(asked.map(({ call, by }) => [call, by])).toEqual([
      ['POST /v1/approvals/{id}/confirm', 'u-admin-2'],
      ['POST /v1/pads', 'u-hall'],
    ]);
    expect(all.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    const [confirmed, proposed] = all.filter(({ phase }) => phase === 'ended');
    expect(confirmed).toMatchObject({ about: { power: 'pad', hall, window } });
    expect(confirmed?.['about']).toEqual(proposed?.['about']);
    expect(second.cursor).toBeNull();
  });

  it('that fails is written as failed', async () => {
    const world = newWorld();
    vi.spyOn(world.stores.approvals, 'save').mockImplementation(broken);
    const body = { hall, window };
    const reply = await world.call('POST /v1/pads', { as: people.hallAdmin, body });
    expect(reply.status).toBe(500);
    const [ended] = (await actsOf(world)).acts;
    expect(ended).toMatchObject({ status: 500, code: 'fault' });
  });

  it('is not done when it cannot be written', async () => {
    const world = newWorld();
    vi.spyOn(world.stores.acts, 'append').mockImplementation(broken);
    const before = world.stores.memory.writes();
    const body = { hall, window };
    const reply = await world.call('POST /v1/pads', { as: people.hallAdmin, body });
    expect(reply.status).toBe(500);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('whose end cannot be written is answered all the same, and shows as interrupted', async () => {
    const world = newWorld();
    const append = world.stores.acts.append.bind(world.stores.acts);
    const spy = vi.spyOn(world.stores.acts, 'append').mockImplementation(async (facts) => {
      if (facts.phase === 'ended') throw new Error('no table');
      return append(facts);
    });
    const body = { hall, window };
    const reply = await world.call('POST /v1/pads', { as: people.hallAdmin, body });
    expect(reply.status).toBe(202);
    spy.mockRestore();
    expect((await actsOf(world)).acts.map(({ phase }) => phase)).toEqual(['asked']);
  });
});

describe('the log of acts', () => {
  it('has no reads, and nothing that a ticket records itself', async () => {
    const world = newWorld();
    await world.call('GET /v1/pads', { as: people.hallAdmin });
    const path = { id: 'none' };
    await world.call('POST /v1/tickets/{id}/actions', { as: people.handler, path, body: {} });
    expect((await actsOf(world)).acts).toEqual([]);
  });

  it.each([
    ['without the role', 'POST /v1/pads', people.clerk, 403, 'role_missing'],
    [
      'without the reach',
      'PUT /v1/center',
      { ...people.admin, area: '330602' },
      404,
      'out_of_scope',
    ],
  ] as const)('has the refused attempt of a person %s', async (_what, on, as, status, code) => {
    const world = newWorld();
    await world.call(on, { as, body: {} });
    expect((await actsOf(world)).acts).toMatchObject([
      { phase: 'ended', of: 1, status, code },
      { phase: 'asked', call: on, by: as.id, roles: as.roles },
    ]);
  });

  it('cannot be filled by a person without any role', async () => {
    const world = newWorld();
    const as: Person = { ...people.clerk, roles: [] };
    expect(outcomeOf(await world.call('POST /v1/pads', { as, body: {} }))).toBe('403 role_missing');
    expect((await actsOf(world)).acts).toEqual([]);
  });

  it.each([
    ['an administrator', people.admin, '403 role_missing'],
    ['a supervisor', people.supervisor, '403 role_missing'],
    ['an auditor of a county', { ...auditor, area: '330602' }, '404 out_of_scope'],
  ] as const)('is closed to %s', async (_who, as, outcome) => {
    expect(outcomeOf(await newWorld().call('GET /v1/acts', { as }))).toBe(outcome);
  });

  it('tells where it was changed', async () => {
    const world = newWorld();
    await world.pad();
    const ofMonth = world.stores.acts.ofMonth.bind(world.stores.acts);
    vi.spyOn(world.stores.acts, 'ofMonth').mockImplementation(async (month, page) => {
      const { items, ...rest } = await ofMonth(month, page);
      const changed = items.map((act): Act =>
        act.number === 3 ? ({ ...act, area: '330602' } as Act) : act,
      );
      expect(brokenAct(items.toReversed(), sha256)).toBeUndefined();
      return { items: changed, ...rest };
    });
    expect((await actsOf(world)).broken).toBe(3);
  });

  it.each([
    ['was changed', { area: '330602' }],
    ['is gone', undefined],
  ])('tells that the act before a page %s', async (_what, change) => {
    const world = newWorld();
    await world.pad();
    const query = { limit: '2' };
    expect((await actsOf(world, query)).broken).toBeNull();
    const find = world.stores.acts.find.bind(world.stores.acts);
    const [one, two] = [await find(1), await find(2)];
    const { number: _number, previous: _previous, hash: _hash, ...facts } = two!;
    vi.spyOn(world.stores.acts, 'find').mockImplementation(async (number) => {
      if (number !== 2) return find(number);
      return change && linkAct(one, { ...facts, ...change }, sha256);
    });
    expect((await actsOf(world, query)).broken).toBe(3);
  });

  it('of an impossible month is refused', async () => {
    const query = { month: '2026-13' };
    const reply = await newWorld().call('GET /v1/acts', { as: auditor, query });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
  });
});
