import { describe, expect, it } from 'vitest';

import { approvalOf, confirm } from '../approval-calls.ts';
import type { Person } from '../request.ts';
import { bodyOf, hall, newWorld, outcomeOf, people, window } from '../world.ts';
import type { World } from '../world.ts';

const secondHallAdmin: Person = { id: 'u-hall-2', roles: ['hall_admin'], area: '330602' };
const elsewhere: Person = { id: 'u-hall-3', roles: ['hall_admin'], area: '330681' };

const propose = (world: World, as: Person = people.hallAdmin) =>
  world.call('POST /v1/pads', { as, body: { hall, window } });

const padsOf = async (world: World) => {
  const reply = await world.call('GET /v1/pads', { as: people.hallAdmin, query: { hall } });
  return bodyOf<{ pads: readonly object[] }>(reply).pads;
};

describe('a pad that one person proposes', () => {
  it('does not exist, and whoever proposed it cannot confirm it', async () => {
    const world = newWorld();
    const proposed = await propose(world);
    expect(outcomeOf(proposed)).toBe('202');
    expect(Object.keys(bodyOf<object>(proposed)).toSorted()).toEqual([
      'approvalId',
      'expiresAt',
      'state',
    ]);
    const again = await confirm(world, approvalOf(proposed), people.hallAdmin);
    expect(outcomeOf(again)).toBe('403 same_person');
    expect(await padsOf(world)).toEqual([]);
    expect(world.stores.memory.count('pad')).toBe(0);
  });

  it.each([
    ['a colleague of another county', elsewhere, '404 approval_unknown'],
    ['a supervisor, who may confirm other acts', people.supervisor, '404 approval_unknown'],
    ['a person without any role', { ...secondHallAdmin, roles: [] }, '403 role_missing'],
  ] as const)('is not confirmed by %s', async (_who, as, outcome) => {
    const world = newWorld();
    const id = approvalOf(await propose(world));
    expect(outcomeOf(await confirm(world, id, as))).toBe(outcome);
    expect(world.stores.memory.count('pad')).toBe(0);
  });

  it.each([
    ['a colleague of its county', secondHallAdmin],
    ['an administrator of the city', people.secondAdmin],
  ])('exists once it is confirmed by %s, with both on record', async (_who, as) => {
    const world = newWorld();
    const done = await confirm(world, approvalOf(await propose(world)), as);
    const { code, padId } = bodyOf<{ result: { code: string; padId: string } }>(done).result;
    expect(await padsOf(world)).toMatchObject([
      { padId, state: 'waiting', registeredBy: people.hallAdmin.id, confirmedBy: as.id },
    ]);
    const enrolled = await world.call('POST /v1/pads/enrol', { body: { code } });
    expect(outcomeOf(enrolled)).toBe('201');
  });

  it('is confirmed for one pad, and its code is answered once', async () => {
    const world = newWorld();
    const id = approvalOf(await propose(world));
    await confirm(world, id, secondHallAdmin);
    const again = await confirm(world, id, secondHallAdmin);
    expect(again.body).toEqual({ approvalId: id, state: 'done' });
    expect(await padsOf(world)).toHaveLength(1);
  });

  it('may only stand in a hall of the own county', async () => {
    const world = newWorld();
    expect(outcomeOf(await propose(world, elsewhere))).toBe('404 out_of_scope');
    expect(world.stores.memory.writes()).toBe(0);
  });
});

describe('a pad that one person revokes', () => {
  it('is revoked at once, and it is known by whom first', async () => {
    const world = newWorld();
    const { accessKey: padId } = await world.pad();
    const revoke = async (as: Person) =>
      outcomeOf(await world.call('DELETE /v1/pads/{padId}', { as, path: { padId } }));
    expect(await revoke(elsewhere)).toBe('404 pad_unknown');
    expect([await revoke(people.hallAdmin), await revoke(secondHallAdmin)]).toEqual(['200', '200']);
    expect(await padsOf(world)).toMatchObject([
      { padId, state: 'revoked', revokedBy: people.hallAdmin.id },
    ]);
  });
});
