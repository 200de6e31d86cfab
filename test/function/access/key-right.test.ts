import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { csvType } from '../case/import-file-sample.ts';
import type { Key } from '../request.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf } from '../world.ts';
import type { World } from '../world.ts';

const report = async (world: World, by: Key, event: object): Promise<string | undefined> => {
  const given = { by, body: { events: [event] }, nonce: randomUUID() };
  const reply = await world.call('POST /v1/cases', given);
  return bodyOf<{ items: readonly { outcome: string }[] }>(reply).items[0]?.outcome;
};

describe('a key without the right', () => {
  const calls: readonly (readonly [string, object])[] = [
    ['POST /v1/cases', { body: { events: [{}] } }],
    ['POST /v1/cases/import', { file: Buffer.from('x'), headers: { 'content-type': csvType } }],
    ['GET /v1/cases/{projectNo}', { path: { projectNo: '330602261120000000017' } }],
    ['POST /v1/invitations', { body: {} }],
    ['POST /v1/center/{operation}', { path: { operation: 'evaluation.sync' }, body: {} }],
  ];
  const rightsOf: Readonly<Record<string, readonly string[]>> = {
    'POST /v1/cases': ['cases'],
    'POST /v1/cases/import': ['cases'],
    'GET /v1/cases/{projectNo}': ['cases'],
    'POST /v1/invitations': ['invitations', 'portal'],
    'POST /v1/center/{operation}': ['center'],
  };
  const pairs = calls.flatMap(([route, given]) =>
    ['cases', 'invitations', 'portal', 'center'].map((right) => {
      const isOpen = rightsOf[route]?.includes(right) === true;
      return [route, right, isOpen, given] as const;
    }),
  );

  it.each(pairs)('%s with the right %s is allowed: %s', async (route, right, isOpen, given) => {
    const world = newWorld();
    const by = await world.integrator([right]);
    const outcome = outcomeOf(await world.call(route, { by, ...given }));
    expect(outcome !== '403 not_permitted').toBe(isOpen);
    expect(world.stores.memory.count('case')).toBe(0);
  });
});

describe('what a key brought', () => {
  it('is kept with the event, the invitation and the rating', async () => {
    const world = newWorld();
    const reporter = await world.integrator(['cases']);
    const portal = await world.integrator(['portal']);
    const projectNo = await world.acceptedCase(reporter);
    const token = await world.token(portal, projectNo, 'portal');
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    const known = await world.stores.cases.find(projectNo);
    expect(known?.timeline.map(({ accessKey }) => accessKey)).toEqual([reporter.accessKey]);
    const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
    const { issuer = 0 } = (await world.stores.ratings.find(key)) ?? {};
    const holder = { of: 'key', id: portal.accessKey };
    expect(await world.stores.issuers.holderOf(issuer)).toEqual(holder);
    const own = await world.call('GET /v1/cases/{projectNo}', {
      by: reporter,
      path: { projectNo },
    });
    expect(JSON.stringify(own.body)).not.toContain('accessKey');
  });

  it('is the first key that reported an event, when another of the system repeats it', async () => {
    const world = newWorld();
    const first = await world.integrator(['cases']);
    const second = await world.integrator(['cases'], {}, first.accessKey);
    const one = acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning });
    expect(await report(world, first, one)).toBe('stored');
    expect(await report(world, second, one)).toBe('repeat');
    const step = { eventId: 's', type: 'step', projectNo: one.projectNo, at: one.at };
    expect(await report(world, second, step)).toBe('stored');
    const known = await world.stores.cases.find(one.projectNo);
    expect(known?.timeline.map(({ accessKey }) => accessKey)).toEqual([
      first.accessKey,
      second.accessKey,
    ]);
  });
});
