import { describe, expect, it } from 'vitest';

import { wholeCity } from '../../../infra/local/client/two-persons.ts';
import type { Reply } from '../reply.ts';
import type { Person } from '../request.ts';
import { bodyOf, codeOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const yuecheng = { ...people.admin, id: 'u-yuecheng', area: '330602' };
const secondYuecheng = { ...yuecheng, id: 'u-yuecheng-2' };
const keqiao = { ...yuecheng, id: 'u-keqiao', area: '330603' };
const town = { ...yuecheng, id: 'u-town', area: '330602003' };

const ofYuecheng = { ...wholeCity, areas: ['330602'], channels: ['qr'] };

const propose = (world: World, as: Person, more: object = {}): Promise<Reply> => {
  const body = { name: '越城系统', may: ['cases'], scope: ofYuecheng, ...more };
  return world.call('POST /v1/integrators', { as, body });
};

const approvalOf = async (world: World, reply: Reply, as: Person) => {
  const { approvalId: id } = bodyOf<{ approvalId: string }>(reply);
  return world.call('GET /v1/approvals/{id}', { as, path: { id } });
};

const confirm = (world: World, reply: Reply, as: Person) =>
  world.call('POST /v1/approvals/{id}/confirm', {
    as,
    path: { id: bodyOf<{ approvalId: string }>(reply).approvalId },
    body: {},
  });

interface About {
  readonly about: {
    readonly system: string;
    readonly beside: readonly { readonly accessKey: string; readonly widens: readonly string[] }[];
  };
}

describe('a further key of a system', () => {
  it('shows the second person where it goes beyond each active key of the system', async () => {
    const world = newWorld();
    const first = await world.integrator(['cases'], { areas: ['330602'], channels: ['qr'] });
    const gone = await world.integrator(['cases', 'portal'], {}, first.accessKey);
    const path = { accessKey: gone.accessKey };
    await world.call('DELETE /v1/integrators/{accessKey}', { as: people.admin, path });
    await world.integrator(['cases', 'portal']);
    const proposed = await propose(world, people.admin, {
      may: ['cases', 'portal'],
      scope: { ...wholeCity, departments: ['11330602XX90000018'] },
      system: first.accessKey,
    });
    const shown = bodyOf<About>(await approvalOf(world, proposed, people.secondAdmin));
    expect(shown.about.system).toBe(first.accessKey);
    expect(shown.about.beside).toEqual([
      { accessKey: first.accessKey, widens: ['may', 'areas', 'channels'] },
    ]);
    expect(outcomeOf(await confirm(world, proposed, people.admin))).toBe('403 same_person');
    const done = await confirm(world, proposed, people.secondAdmin);
    expect(outcomeOf(done)).toBe('200');
    expect(JSON.stringify(done.body)).not.toContain('beside');
  });

  it('that says the same widens nothing, and a first key stands beside none', async () => {
    const world = newWorld();
    const proposed = await propose(world, yuecheng);
    const { about } = bodyOf<About>(await approvalOf(world, proposed, secondYuecheng));
    expect(about.beside).toEqual([]);
    const done = await confirm(world, proposed, secondYuecheng);
    const { result } = bodyOf<{ result: { accessKey: string } }>(done);
    const again = await propose(world, yuecheng, { system: result.accessKey });
    const shown = bodyOf<About>(await approvalOf(world, again, secondYuecheng));
    expect(shown.about.beside).toEqual([{ accessKey: result.accessKey, widens: [] }]);
  });

  it('of a larger system is proposed and confirmed only by those who reach that system', async () => {
    const world = newWorld();
    const city = await world.integrator(['cases']);
    const more = { system: city.accessKey };
    expect(outcomeOf(await propose(world, yuecheng, more))).toBe('404 integrator_unknown');
    expect(outcomeOf(await propose(world, yuecheng, { system: 'AKnobody' }))).toBe(
      '404 integrator_unknown',
    );
    const proposed = await propose(world, people.admin, more);
    expect(outcomeOf(await confirm(world, proposed, secondYuecheng))).toBe('404 approval_unknown');
    expect(outcomeOf(await confirm(world, proposed, people.secondAdmin))).toBe('200');
  });

  it('is not made when the keys beside it changed since it was proposed', async () => {
    const world = newWorld();
    const first = await world.integrator(['cases']);
    const more = { system: first.accessKey };
    const [early, late] = [
      await propose(world, people.admin, more),
      await propose(world, people.admin, more),
    ];
    expect(outcomeOf(await confirm(world, early, people.secondAdmin))).toBe('200');
    const superseded = '409 approval_superseded';
    expect(outcomeOf(await confirm(world, late, people.secondAdmin))).toBe(superseded);
    const next = await propose(world, people.admin, more);
    const path = { accessKey: first.accessKey };
    await world.call('DELETE /v1/integrators/{accessKey}', { as: people.admin, path });
    expect(outcomeOf(await confirm(world, next, people.secondAdmin))).toBe(superseded);
    const anew = await propose(world, people.admin, more);
    expect(outcomeOf(await confirm(world, anew, people.secondAdmin))).toBe('200');
    // Three keys, and the revocation of the first.
    expect(world.stores.memory.count('integrator')).toBe(4);
  });

  it('does not make a system the provincial center, nor the center a system', async () => {
    const world = newWorld();
    const system = await world.integrator(['cases']);
    const center = await world.integrator(['center']);
    const calls = [
      { may: ['center'], scope: wholeCity, system: system.accessKey },
      { may: ['cases'], scope: wholeCity, system: center.accessKey },
      { may: ['center', 'cases'], scope: wholeCity },
    ];
    for (const more of calls) {
      const reply = await propose(world, people.admin, more);
      expect(outcomeOf(reply)).toBe('400 invalid_input');
      expect(bodyOf<{ errors: object[] }>(reply).errors).toMatchObject([
        { path: '/may', problem: 'center_alone' },
      ]);
    }
    const again = { may: ['center'], scope: wholeCity, system: center.accessKey };
    expect(outcomeOf(await propose(world, people.admin, again))).toBe('202');
  });
});

describe.each(['center', 'messages'])('a key with the right %s', (right) => {
  it.each<[string, object, string]>([
    ['areas', { ...wholeCity, areas: ['330602'] }, '/scope/areas'],
    ['departments', { ...wholeCity, departments: ['11330602XX90000018'] }, '/scope/departments'],
    ['numbers', { ...wholeCity, numberPrefixes: ['330602'] }, '/scope/numberPrefixes'],
  ])('for some %s only is none', async (_what, scope, path) => {
    const world = newWorld();
    const reply = await propose(world, people.admin, { may: [right], scope });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    const errors = [{ path, problem: 'key_whole_city' }];
    expect(bodyOf<object>(reply)).toMatchObject({ errors });
    expect(world.stores.memory.writes()).toBe(0);
  });

  it('is proposed and confirmed by persons of the city', async () => {
    const world = newWorld();
    const whole = { may: [right], scope: wholeCity };
    expect(outcomeOf(await propose(world, yuecheng, whole))).toBe('404 out_of_scope');
    const narrow = { may: [right], scope: ofYuecheng };
    expect(outcomeOf(await propose(world, yuecheng, narrow))).toBe('400 invalid_input');
    const proposed = await propose(world, people.admin, whole);
    expect(outcomeOf(await confirm(world, proposed, secondYuecheng))).toBe('404 approval_unknown');
    expect(outcomeOf(await confirm(world, proposed, people.secondAdmin))).toBe('200');
  });
});

describe('the keys that an administrator sees and revokes', () => {
  it.each<[string, Person, readonly string[]]>([
    ['the city', people.admin, ['330600', '330602', '330603']],
    ['a district', yuecheng, ['330602']],
    ['another district', keqiao, ['330603']],
  ])('of %s are those within reach', async (_where, as, areas) => {
    const world = newWorld();
    const keys = new Map<string, string>();
    for (const area of ['330600', '330602', '330603']) {
      keys.set(area, (await world.integrator(['cases'], { areas: [area] })).accessKey);
    }
    const reply = await world.call('GET /v1/integrators', { as });
    const listed = bodyOf<{ integrators: { scope: { areas: string[] } }[] }>(reply).integrators;
    expect(listed.flatMap(({ scope }) => scope.areas).toSorted()).toEqual(areas);
    for (const [area, accessKey] of keys) {
      const path = { accessKey };
      const revoked = await world.call('DELETE /v1/integrators/{accessKey}', { as, path });
      expect(codeOf(revoked)).toBe(areas.includes(area) ? undefined : 'integrator_unknown');
    }
  });
});

describe('a key that is proposed', () => {
  it('by somebody of a town is refused: an area has six digits', async () => {
    const world = newWorld();
    expect(outcomeOf(await propose(world, town))).toBe('403 role_missing');
    const listed = await world.call('GET /v1/integrators', { as: town });
    expect(outcomeOf(listed)).toBe('403 role_missing');
    expect(world.stores.memory.writes()).toBe(0);
  });

  it.each<[string, Person, readonly string[]]>([
    ['for the city by a district', yuecheng, ['330600']],
    ['for a second district by a district', yuecheng, ['330602', '330603']],
    ['for another district', keqiao, ['330602']],
  ])('%s is out of scope', async (_what, as, areas) => {
    const world = newWorld();
    const reply = await propose(world, as, { scope: { ...ofYuecheng, areas } });
    expect(outcomeOf(reply)).toBe('404 out_of_scope');
    expect(world.stores.memory.writes()).toBe(0);
  });
});
