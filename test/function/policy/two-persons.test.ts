import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { PolicyList, PolicyView } from '../../../events/policy/policy.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { fakeStores } from '../../fake/stores.ts';
import { approvalOf, confirm } from '../approval-calls.ts';
import type { Person } from '../request.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

const { version: _version, ...shipped } = defaultPolicy;

const strict = {
  ...shipped,
  source: { official: false, zh: '试行规则（示例）', en: 'Trial rules (example)' },
  clocks: { ...shipped.clocks, rectify: { amount: 5, unit: 'working_day' } },
};

const { admin, secondAdmin } = people;
const third: Person = { ...admin, id: 'u-admin-3' };
const inCounty: Person = { ...admin, id: 'u-county', area: '330602' };

const propose = (world: World, as: Person = admin) =>
  world.call('POST /v1/policies', { as, body: strict });

const activate = (world: World, version: number, as: Person = secondAdmin) =>
  world.call('POST /v1/policies/{version}/activate', { as, path: { version: String(version) } });

const activeVersion = async (world: World) =>
  bodyOf<PolicyList>(await world.call('GET /v1/policies', { as: people.handler })).active;

describe('a policy that one person proposes', () => {
  it('is not in force, and whoever proposed it cannot activate it in any way', async () => {
    const world = newWorld();
    const id = approvalOf(await propose(world));
    expect(outcomeOf(await activate(world, 3, admin))).toBe('403 same_person');
    expect(outcomeOf(await confirm(world, id, admin))).toBe('403 same_person');
    expect(await activeVersion(world)).toBe(2);
    expect(await world.stores.policies.activations()).toEqual([]);
  });

  it('is put in force by another, with both on record', async () => {
    const world = newWorld();
    await propose(world);
    expect((await activate(world, 3)).body).toMatchObject({
      state: 'active',
      changed: true,
      activations: [{ version: 3, by: admin.id, confirmedBy: secondAdmin.id }],
      inForceBy: '2026-11-20T09:31:00.000+08:00',
    });
    expect((await activate(world, 3)).body).toMatchObject({ changed: false });
    expect(await activeVersion(world)).toBe(3);
    expect(await world.stores.policies.activations()).toHaveLength(1);
  });

  it('is put in force by its approval in the same way, once', async () => {
    const world = newWorld();
    const id = approvalOf(await propose(world));
    const done = await confirm(world, id);
    const inForceBy = '2026-11-20T09:31:00.000+08:00';
    expect(done.body).toEqual({ approvalId: id, state: 'done', result: { version: 3, inForceBy } });
    expect((await confirm(world, id, third)).body).toEqual({ approvalId: id, state: 'done' });
    expect((await activate(world, 3)).body).toMatchObject({ changed: false });
    expect(await world.stores.policies.activations()).toHaveLength(1);
  });

  it('is neither proposed, tried nor confirmed by an administrator of a county', async () => {
    const world = newWorld();
    const id = approvalOf(await propose(world));
    const path = { version: '3' };
    const replies = [
      await propose(world, inCounty),
      await world.call('POST /v1/policies/{version}/dry-run', { as: inCounty, path }),
      await activate(world, 3, inCounty),
    ];
    expect(replies.map(outcomeOf)).toEqual(replies.map(() => '404 out_of_scope'));
    expect(outcomeOf(await confirm(world, id, inCounty))).toBe('404 approval_unknown');
    expect(await activeVersion(world)).toBe(2);
  });

  it('is nobody’s to confirm when another version has come in force meanwhile', async () => {
    const world = newWorld();
    const second = approvalOf(await propose(world));
    await propose(world, third);
    await activate(world, 4);
    expect(outcomeOf(await confirm(world, second))).toBe('409 approval_superseded');
    expect(await activeVersion(world)).toBe(4);
  });
});

const replaced = async () => {
  const world = newWorld();
  await propose(world);
  await activate(world, 3);
  return world;
};

describe('a policy that was replaced', () => {
  it('is not reinstated by one person, however often', async () => {
    const world = await replaced();
    const first = await activate(world, 2, admin);
    expect(outcomeOf(first)).toBe('202');
    expect(bodyOf<object>(first)).toMatchObject({ version: 2, state: 'proposed' });
    expect(outcomeOf(await activate(world, 2, admin))).toBe('403 same_person');
    expect(await activeVersion(world)).toBe(3);
  });

  it('is reinstated by two persons, as often as wanted', async () => {
    const world = await replaced();
    await activate(world, 2, admin);
    expect((await activate(world, 2)).body).toMatchObject({ changed: true, state: 'active' });
    expect(await activeVersion(world)).toBe(2);
    await activate(world, 3, secondAdmin);
    const again = bodyOf<PolicyView>(await activate(world, 3, third));
    expect(again.activations).toMatchObject([
      { by: admin.id, confirmedBy: secondAdmin.id },
      { by: secondAdmin.id, confirmedBy: third.id },
    ]);
    expect(await world.stores.policies.activations()).toHaveLength(3);
  });

  it('waits for a new proposal when nobody confirmed it within 14 days', async () => {
    const world = await replaced();
    await activate(world, 2, admin);
    world.clock.advance(14 * 24 * 60 * 60_000 + 1);
    expect(outcomeOf(await activate(world, 2))).toBe('202');
    expect(await activeVersion(world)).toBe(3);
    expect(outcomeOf(await activate(world, 2, admin))).toBe('200');
    expect(await activeVersion(world)).toBe(2);
  });
});

const contended = () => {
  const stores = fakeStores();
  const proposedBefore = { by: admin.id, at: fridayMorning };
  return worldOver({
    ...stores,
    policies: {
      ...stores.policies,
      propose: async () => 'conflict',
      activate: async () => 'conflict',
      proposed: async () => [{ policy: { ...defaultPolicy, version: 3 }, ...proposedBefore }],
    },
  });
};

describe('a policy that somebody else writes at the same moment', () => {
  it('asks to try again', async () => {
    expect(outcomeOf(await propose(contended()))).toBe('503 busy');
  });

  it('is not put in force over what the other has activated', async () => {
    const world = contended();
    expect(outcomeOf(await activate(world, 3, admin))).toBe('202');
    expect(outcomeOf(await activate(world, 3))).toBe('409 approval_superseded');
  });
});
