import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { badlyRated, closeIt, deskOf } from '../ticket/desk.ts';
import type { DeskWorld } from '../ticket/desk.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
import { appendItem, newCenterWorld } from './center-world.ts';
import type { CenterWorld } from './center-world.ts';

let given: CenterWorld;
let world: DeskWorld;
let projectNo: string;

beforeEach(async () => {
  given = await newCenterWorld();
  ({ world, projectNo } = given);
});

const append = (more: object = {}) =>
  given.call('append.sync', { targetId: projectNo, evaluationItemModel: appendItem(more) });

describe('append.sync', () => {
  it('is the follow-up, which opens round 2 when it is bad, once', async () => {
    await given.evaluate();
    await closeIt(deskOf(world, { id: `${projectNo}-1`, receipt: '' }));
    expect((await append({ id: 5 })).body).toEqual({ success: true, repeated: false, stored: 1 });
    expect((await append({ id: 5 })).body).toMatchObject({ repeated: true });
    // Another id is another follow-up, though it says the same.
    expect((await append({ id: 6 })).body).toMatchObject({ kept: { reason: 'append_used' } });
    expect(
      await world.stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 2 }),
    ).toMatchObject({ level: 'very_dissatisfied', proof: 'center', channel: 'app' });
    expect(await world.stores.tickets.find(`${projectNo}-1`)).toMatchObject({
      state: 'open',
      round: 2,
    });
    const other = await append({ id: 8, rateText: '别的' });
    expect(other.body).toMatchObject({ stored: 0, kept: { reason: 'append_used' } });
  });

  it('is never made by default, and is kept when its channel says so', async () => {
    await given.evaluate();
    await closeIt(deskOf(world, { id: `${projectNo}-1`, receipt: '' }));
    const good = { rateText: null, evaluationLevelModelList: [{ level: 5 }] };
    const reply = await append({ ...good, evaluationTagItemModelList: null, channel: 7 });
    expect(reply.body).toMatchObject({ stored: 0, kept: { reason: 'default_follow_up' } });
    const { id } = bodyOf<{ kept: { id: string } }>(reply).kept;
    const key = { projectNo, serviceNumber: 1, assessNumber: 2 } as const;
    expect(await world.stores.ratings.find(key)).toBeUndefined();
    const taking = { as: people.admin, path: { id } };
    const body = { channel: 'app', reason: '与省中心核对，确为追评' };
    const route = 'POST /v1/center/callbacks/{id}/take';
    expect(await world.byTwo(route, { ...taking, body })).toMatchObject({ stored: 1 });
    const doubts: unknown = expect.arrayContaining([{ code: 'channel_stated', sent: '7' }]);
    expect(await world.stores.ratings.find(key)).toMatchObject({ channel: 'app', doubts });
  });

  it('opens round 2 when it is bad, whatever its channel says', async () => {
    await given.evaluate();
    await closeIt(deskOf(world, { id: `${projectNo}-1`, receipt: '' }));
    expect((await append({ channel: 7 })).body).toMatchObject({ stored: 1 });
    expect(await world.stores.tickets.find(`${projectNo}-1`)).toMatchObject({ round: 2 });
  });

  it('with an undocumented type on an ordinary channel opens round 2', async () => {
    await given.evaluate();
    await closeIt(deskOf(world, { id: `${projectNo}-1`, receipt: '' }));
    expect((await append({ type: 7 })).body).toMatchObject({ stored: 1 });
    expect(await world.stores.tickets.find(`${projectNo}-1`)).toMatchObject({ round: 2 });
  });

  it('keeps its doubts, and shows them to staff', async () => {
    await given.evaluate();
    await closeIt(deskOf(world, { id: `${projectNo}-1`, receipt: '' }));
    const bare = { channel: 9, rateText: null, evaluationTagItemModelList: null, number: null };
    expect((await append(bare)).body).toMatchObject({ stored: 1 });
    const file = await world.call('GET /v1/tickets/{id}', {
      as: people.handler,
      path: { id: `${projectNo}-1` },
    });
    const { followUp } = bodyOf<{ followUp: { doubts: { code: string }[] } }>(file);
    expect(followUp.doubts.map(({ code }) => code)).toEqual([
      'unknown_channel',
      'number_differs',
      'reason_missing',
      'implausible_time',
    ]);
  });

  it('follows a rating that came by another deps too, and none that is not there', async () => {
    const unrated = await append();
    expect(unrated.body).toMatchObject({ kept: { reason: 'first_rating_unknown' } });
    const rated = await badlyRated(world);
    projectNo = rated.id.slice(0, 21);
    const early = await append();
    expect(early.body).toMatchObject({ stored: 0, kept: { reason: 'append_closed' } });
    await closeIt(deskOf(world, rated));
    expect(outcomeOf(await append())).toBe('200');
  });
});
