import { describe, expect, it } from 'vitest';

import { withOffset } from '../../../shared/domain/time/instant.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import { evaluationItem, newCenterWorld } from '../exchange/center-world.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const show = (world: World, as: Person, projectNo: string) =>
  world.call('GET /v1/oversight/cases/{projectNo}', { as, path: { projectNo } });

interface File {
  readonly ratings: readonly { readonly accessKey?: string; readonly padId?: string }[];
  readonly keys: readonly { readonly accessKey: string; readonly state: string }[];
}

describe('where a case comes from', () => {
  it('tells the key of each rating: of the one who invited, of the center, or the pad', async () => {
    const given = await newCenterWorld();
    const { world, projectNo, center } = given;
    await given.evaluate(evaluationItem());
    const rated = bodyOf<File>(await show(world, people.supervisor, projectNo));
    expect(rated.ratings).toMatchObject([{ proof: 'center', accessKey: center.accessKey }]);
    const pad = await world.pad();
    const met = await world.acceptedCase(given.system);
    const current = await world.call('GET /v1/pads/me/current', { by: pad });
    const { contact } = bodyOf<{ contact: { token: string } }>(current);
    const ratings = [{ sequence: 1, token: contact.token, level: 'satisfied' }];
    await world.call('POST /v1/pads/me/ratings', { by: pad, body: { ratings } });
    const [onPad] = bodyOf<File>(await show(world, people.supervisor, met)).ratings;
    expect(onPad).toMatchObject({ proof: 'pad', padId: pad.accessKey });
    expect(onPad?.accessKey).toBeUndefined();
  });

  it('tells nothing of what was said, nor of who the applicant is', async () => {
    const world = newWorld();
    const key = await world.integrator();
    const projectNo = await world.acceptedCase(key);
    const token = await world.token(key, projectNo);
    const words = { level: 'very_dissatisfied', tags: ['115'], text: '等了九天' };
    await world.call('POST /v1/ratings', { body: { token, ...words } });
    const text = JSON.stringify((await show(world, people.supervisor, projectNo)).body);
    expect(text).not.toMatch(/dissatisfied|"115"|等了九天|测试甲|13800000001|ticket/);
  });

  it('names a key that was revoked since, and by whom', async () => {
    const world = newWorld();
    const key = await world.integrator();
    const projectNo = await world.acceptedCase(key);
    const path = { accessKey: key.accessKey };
    await world.call('DELETE /v1/integrators/{accessKey}', { as: people.admin, path });
    const { keys } = bodyOf<File>(await show(world, people.supervisor, projectNo));
    expect(keys).toMatchObject([
      { accessKey: key.accessKey, state: 'revoked', revokedBy: people.admin.id },
    ]);
  });

  it('shows of a rating by a link which key invited, and that it was revoked before', async () => {
    const world = newWorld();
    const [system, portal] = [await world.integrator(), await world.integrator(['portal'])];
    const projectNo = await world.acceptedCase(system);
    const token = await world.token(portal, projectNo);
    const path = { accessKey: portal.accessKey };
    await world.call('DELETE /v1/integrators/{accessKey}', { as: people.admin, path });
    const revokedAt = world.clock.now();
    world.clock.advance(60_000);
    const rated = await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    expect(outcomeOf(rated)).toBe('201');
    const file = bodyOf<File>(await show(world, people.supervisor, projectNo));
    expect(file.ratings).toMatchObject([{ accessKey: portal.accessKey }]);
    const key = file.keys.find(({ accessKey }) => accessKey === portal.accessKey);
    expect(key).toMatchObject({ state: 'revoked', revokedAt: withOffset(revokedAt) });
  });

  it.each<[string, Person, string]>([
    ['an auditor of the city', { id: 'a', roles: ['auditor'], area: '330600' }, '200'],
    ['an administrator of the district', { ...people.admin, area: '330602' }, '200'],
    [
      'a supervisor of another district',
      { ...people.supervisor, area: '330681' },
      '404 case_unknown',
    ],
    ['a supervisor of a town', { ...people.supervisor, area: '330602003' }, '403 role_missing'],
    ['a handler of the department', people.handler, '403 role_missing'],
    ['a hall administrator', people.hallAdmin, '403 role_missing'],
    ['a person without a role', { ...people.supervisor, roles: [] }, '403 role_missing'],
  ])('is shown to %s: %s', async (_who, as, outcome) => {
    const world = newWorld();
    const projectNo = await world.acceptedCase(await world.integrator());
    expect(outcomeOf(await show(world, as, projectNo))).toBe(outcome);
    const unknown = outcomeOf(await show(world, as, nextProjectNo()));
    expect(unknown).toBe(outcome === '200' ? '404 case_unknown' : outcome);
  });
});
