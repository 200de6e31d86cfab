import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { PolicyRehearsal } from '../../../events/policy/policy.ts';
import type { Counts } from '../../../shared/domain/figures/slot.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const { version: _version, ...shipped } = defaultPolicy;

const source = { official: false, zh: '试行规则（示例）', en: 'Trial rules (example)' };
const strict = {
  ...shipped,
  source,
  badLevels: ['basically_satisfied', 'dissatisfied', 'very_dissatisfied'],
  clocks: { ...shipped.clocks, rectify: { amount: 5, unit: 'working_day' } },
};

const propose = (world: World, body: unknown) =>
  world.call('POST /v1/policies', { as: people.admin, body });

const activate = (world: World, version: number) =>
  world.call('POST /v1/policies/{version}/activate', {
    as: people.secondAdmin,
    path: { version: String(version) },
  });

const rehearsed = async (world: World, version: number): Promise<PolicyRehearsal> => {
  const path = { version: String(version) };
  const reply = await world.call('POST /v1/policies/{version}/dry-run', { as: people.admin, path });
  expect(outcomeOf(reply)).toBe('200');
  return bodyOf<PolicyRehearsal>(reply);
};

const rate = async (world: World, level = 'dissatisfied') => {
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  const body = { token: await world.token(key, projectNo), level, text: '太慢' };
  await world.call('POST /v1/ratings', { body });
  return `${projectNo}-1`;
};

describe('a dry run of a policy', () => {
  it('says for how many tickets what would differ, and changes nothing', async () => {
    const world = newWorld();
    const ids: string[] = [];
    for (const level of ['dissatisfied', 'very_dissatisfied', 'dissatisfied']) {
      ids.push(await rate(world, level));
    }
    await propose(world, strict);
    const before = world.stores.memory.writes();
    const body = await rehearsed(world, 3);
    expect(body).toMatchObject({
      version: 3,
      source: { official: false, text: '试行规则（示例）' },
      tickets: 3,
      differing: 3,
      counts: { notOpened: 0, rectifyEarlier: 3, rectifyLater: 0, contactEarlier: 0 },
    });
    expect(body.lines.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(body.lines[0]).toMatchObject({
      policyVersion: 2,
      rectifyDue: {
        now: '2026-12-11T17:30:00.000+08:00',
        proposed: '2026-11-27T17:30:00.000+08:00',
      },
      reviewDue: { now: null, proposed: null },
      rungs: { now: ['notify'], proposed: ['notify'] },
    });
    expect(world.stores.memory.writes()).toBe(before);
    expect(await rehearsed(world, 2)).toMatchObject({ tickets: 3, differing: 0, lines: [] });
  });

  it('counts the open tickets that another policy would not have opened', async () => {
    const world = newWorld();
    await propose(world, strict);
    await activate(world, 3);
    const mild = await rate(world, 'basically_satisfied');
    await rate(world, 'dissatisfied');
    const body = await rehearsed(world, 2);
    expect(body).toMatchObject({ tickets: 2, counts: { notOpened: 1, rectifyLater: 2 } });
    expect(body.lines.filter(({ opens }) => !opens).map(({ id }) => id)).toEqual([mild]);
  });

  it('shows the first 50 lines of many, and counts all', async () => {
    const world = newWorld();
    for (let made = 0; made < 52; made += 1) await rate(world);
    await propose(world, strict);
    const body = await rehearsed(world, 3);
    expect([body.tickets, body.differing, body.lines.length]).toEqual([52, 52, 50]);
  });
});

const levelsOf = (day: string, counts: Counts) => ({
  scope: { kind: 'city', id: '330600' } as const,
  day: civilDate(day)!,
  counts,
});

const rated = async () => {
  const world = newWorld();
  const counts = {
    'rated:very_satisfied': 100,
    'rated:satisfied': 20,
    'rated:basically_satisfied': 7,
    'rated:dissatisfied': 3,
    'rated:very_dissatisfied': 2,
  };
  const deltas = [
    levelsOf('2026-11-20', counts),
    levelsOf('2025-11-21', { 'rated:basically_satisfied': 1 }),
    // A day too early.
    levelsOf('2025-11-20', { 'rated:basically_satisfied': 1000 }),
  ];
  const change = { sequence: '1', at: fridayMorning, deltas, members: [] };
  await world.stores.figures.apply('s1', [change]);
  return world;
};

describe('the ratings that a policy judges otherwise', () => {
  const span = { from: '2025-11-21', to: '2026-11-20', rated: 133 };

  it('are counted over a year: those of a level that becomes bad', async () => {
    const world = await rated();
    await propose(world, strict);
    const { ratings } = await rehearsed(world, 3);
    expect(ratings).toEqual({ ...span, newlyBad: 8, noLongerBad: 0 });
    const same = await rehearsed(world, 2);
    expect(same.ratings).toEqual({ ...span, newlyBad: 0, noLongerBad: 0 });
  });

  it('are compared with the policy in force: those of a level that is bad no more', async () => {
    const world = await rated();
    await propose(world, strict);
    await activate(world, 3);
    const { ratings } = await rehearsed(world, 2);
    expect(ratings).toEqual({ ...span, newlyBad: 0, noLongerBad: 8 });
  });

  it('are none where nobody has rated yet', async () => {
    const { ratings } = await rehearsed(newWorld(), 2);
    expect(ratings).toEqual({ ...span, rated: 0, newlyBad: 0, noLongerBad: 0 });
  });
});
