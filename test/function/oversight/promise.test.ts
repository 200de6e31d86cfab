import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { consumeRecount } from '../../../functions/calendar/recount.ts';
import { eachMessage } from '../../../shared/queue/permanent.ts';
import { at } from '../../fake/clock.ts';
import { fakeRecountPublisher } from '../../fake/rulebook.ts';
import { fakeStores } from '../../fake/stores.ts';
import { corrected2026, factsOf, invented2027 } from '../../support/calendar-year.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Key, Person } from '../request.ts';
import { bodyOf, codeOf, outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

interface Line {
  readonly projectNo: string;
  readonly promise: { readonly light: string; readonly dueAt: string | null };
}

interface Listed {
  readonly cases: readonly Line[];
  readonly cursor: string | null;
}

interface Named {
  readonly days?: number;
  readonly area?: string;
  readonly finishedAt?: string;
}

const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };

const setUp = async (start: string) => {
  const stores = fakeStores();
  const recounts = fakeRecountPublisher();
  const world = worldOver({ ...stores, recounts }, at(start));
  const key = await world.integrator();
  const rulebook = stores.rulebookBy(world.clock.now);
  const consume = eachMessage(consumeRecount({ ...stores, now: world.clock.now, rulebook }));
  return { world, key, stores, recounts, consume };
};

/** A case accepted at that moment; returns its number. */
const accepted = async (
  { world, key }: { world: World; key: Key },
  moment: string,
  { days = 5, area = '330602', finishedAt }: Named = {},
): Promise<string> => {
  const projectNo = nextProjectNo();
  const event = acceptedEvent({ projectNo, at: moment });
  const header = { ...event.header, area, promiseWorkingDays: days };
  const end = { eventId: `${projectNo}-end`, type: 'finished', projectNo, at: finishedAt };
  const events = [{ ...event, header }, ...(finishedAt === undefined ? [] : [end])];
  const reply = await world.call('POST /v1/cases', { by: key, body: { events }, nonce: projectNo });
  expect(bodyOf<{ stored: number }>(reply).stored).toBe(events.length);
  return projectNo;
};

const list = (world: World, query: Record<string, string> = {}, as: Person = people.supervisor) =>
  world.call('GET /v1/oversight/cases', { as, query });

const listed = async (...asked: Parameters<typeof list>): Promise<readonly string[]> =>
  bodyOf<Listed>(await list(...asked)).cases.map(({ projectNo }) => projectNo);

const promiseOf = async ({ world, key }: { world: World; key: Key }, projectNo: string) => {
  const reply = await world.call('GET /v1/cases/{projectNo}', { by: key, path: { projectNo } });
  return bodyOf<{ promise?: object }>(reply).promise;
};

describe('the promise of a case', () => {
  it('is shown with its light, due to the very moment', async () => {
    const given = await setUp('2026-11-27T17:30:00+08:00');
    const projectNo = await accepted(given, '2026-11-20T09:12:00+08:00');
    expect(await promiseOf(given, projectNo)).toEqual({
      workingDays: 5,
      light: 'yellow',
      dueOn: '2026-11-27',
      dueAt: '2026-11-27T17:30:00.000+08:00',
      yellowAt: '2026-11-26T15:50:24.000+08:00',
      overdue: false,
    });
    given.world.clock.advance(1000);
    expect(await promiseOf(given, projectNo)).toMatchObject({ light: 'red', overdue: true });
  });

  it('may be for the same day, and is refused below that', async () => {
    const given = await setUp('2026-11-20T18:00:00+08:00');
    const projectNo = await accepted(given, '2026-11-20T08:01:00+08:00', { days: 0 });
    expect(await promiseOf(given, projectNo)).toMatchObject({ workingDays: 0, light: 'red' });
    const event = acceptedEvent({ projectNo: nextProjectNo(), at: '2026-11-20T08:01:00+08:00' });
    const header = { ...event.header, promiseWorkingDays: -1 };
    const body = { events: [{ ...event, header }] };
    const reply = await given.world.call('POST /v1/cases', { by: given.key, body });
    expect(bodyOf<{ refused: number }>(reply).refused).toBe(1);
  });

  it('stays late for good when the case finished late, and leaves the list', async () => {
    const given = await setUp('2026-12-04T09:30:00+08:00');
    const late = { finishedAt: '2026-11-27T17:30:01+08:00' };
    const projectNo = await accepted(given, '2026-11-20T09:12:00+08:00', late);
    expect(await promiseOf(given, projectNo)).toMatchObject({ light: 'red', overdue: true });
    expect(await listed(given.world)).toEqual([]);
  });

  it('is none for a case that names no term', async () => {
    const { world, key } = await setUp('2026-11-20T09:30:00+08:00');
    const projectNo = nextProjectNo();
    const event = acceptedEvent({ projectNo, at: '2026-11-20T09:00:00+08:00' });
    const { promiseWorkingDays: _days, ...header } = { ...event.header };
    await world.call('POST /v1/cases', { by: key, body: { events: [{ ...event, header }] } });
    expect(await promiseOf({ world, key }, projectNo)).toBeUndefined();
  });
});

describe('the lists of lights', () => {
  it('hold what has turned, the earliest first, until a case finishes', async () => {
    const given = await setUp('2026-11-23T09:30:00+08:00');
    const { world } = given;
    const green = await accepted(given, '2026-11-20T09:00:00+08:00', { days: 5 });
    const yellow = await accepted(given, '2026-11-20T08:01:00+08:00', { days: 1 });
    const red = await accepted(given, '2026-11-18T07:59:00+08:00', { days: 1 });
    world.clock.advance(7 * 60 * 60_000);
    expect(await listed(world)).toEqual([red]);
    expect(await listed(world, { light: 'red' })).toEqual([red]);
    expect(await listed(world, { light: 'yellow' })).toEqual([yellow]);
    expect(await listed(world, { light: 'pending' })).toEqual([]);
    world.clock.advance(60 * 60_000 + 1);
    expect(await listed(world, { light: 'red' })).toEqual([red, yellow]);
    const end = { eventId: 'end', type: 'finished', projectNo: red, at: world.clock.now() };
    await world.call('POST /v1/cases', { by: given.key, body: { events: [end] } });
    expect(await listed(world, { light: 'red' })).toEqual([yellow]);
    expect(await listed(world, { light: 'yellow' })).not.toContain(green);
  });

  it('are read page by page over the areas of the city', async () => {
    const given = await setUp('2026-11-30T09:30:00+08:00');
    const areas = ['330602', '330683', '330602', '330624', '330683'];
    const all: string[] = [];
    for (const area of areas) {
      all.push(await accepted(given, '2026-11-20T09:00:00+08:00', { days: 1, area }));
    }
    const read: string[] = [];
    let cursor: string | null = null;
    do {
      const page = cursor === null ? {} : { cursor };
      const reply = await list(given.world, { limit: '2', ...page }, auditor);
      const body: Listed = bodyOf<Listed>(reply);
      read.push(...body.cases.map(({ projectNo }) => projectNo));
      ({ cursor } = body);
    } while (cursor !== null);
    expect(read.toSorted()).toEqual(all.toSorted());
    expect(await listed(given.world, { area: '330624' }, auditor)).toEqual([all[3]]);
    expect(codeOf(await list(given.world, { cursor: 'nonsense' }))).toBe('cursor_invalid');
  });

  it('show handlers their department, supervisors their area, and others nothing', async () => {
    const given = await setUp('2026-11-30T09:30:00+08:00');
    const own = await accepted(given, '2026-11-20T09:00:00+08:00', { days: 1 });
    const stranger = { ...people.handler, department: '11330602MB1A2B3C46' };
    expect(await listed(given.world, {}, people.handler)).toEqual([own]);
    expect(await listed(given.world, {}, stranger)).toEqual([]);
    expect(outcomeOf(await list(given.world, { area: '330683' }))).toBe('404 out_of_scope');
    expect(outcomeOf(await list(given.world, {}, people.clerk))).toBe('403 role_missing');
  });
});

describe('a promise that reaches into a year without calendar', () => {
  it('is pending, and stands on the list of its light once the year is loaded', async () => {
    const given = await setUp('2027-01-04T18:00:00+08:00');
    const { world, recounts, consume } = given;
    const projectNo = await accepted(given, '2026-12-31T10:00:00+08:00', { days: 1 });
    expect(await promiseOf(given, projectNo)).toEqual({
      workingDays: 1,
      light: 'pending_calendar',
      dueOn: null,
      dueAt: null,
      yellowAt: null,
      pendingCalendarYear: 2027,
      overdue: null,
    });
    expect(await listed(world, { light: 'pending' })).toEqual([projectNo]);
    const load = { as: people.admin, path: { year: '2027' }, body: factsOf(invented2027) };
    await world.byTwo('PUT /v1/calendar/{year}', load);
    // Recounted immediately, although nothing has been stored yet.
    expect(await promiseOf(given, projectNo)).toMatchObject({ light: 'red' });
    expect(await listed(world, { light: 'pending' })).toEqual([]);
    expect(recounts.taken).toEqual([{ projectNo, year: 2027, yearVersion: 1 }]);
    const order = { messageId: 'm1', body: JSON.stringify(recounts.taken[0]) };
    for (let times = 0; times < 2; times += 1) {
      expect(await consume({ Records: [order] } as never)).toEqual({ batchItemFailures: [] });
    }
    expect(await listed(world, { light: 'red' })).toEqual([projectNo]);
    expect(await given.stores.cases.find(projectNo)).toMatchObject({
      version: 2,
      promise: { dueAt: at('2027-01-04T17:30:00+08:00') },
    });
  });

  it('is left alone by a year that cannot move it, and moved by a correction', async () => {
    const given = await setUp('2026-11-20T09:30:00+08:00');
    const { world, recounts } = given;
    const projectNo = await accepted(given, '2026-11-20T09:00:00+08:00', { days: 1 });
    const load = (year: string, body: object) =>
      world.byTwo('PUT /v1/calendar/{year}', { as: people.admin, path: { year }, body });
    await load('2027', factsOf(invented2027));
    expect(recounts.taken).toEqual([]);
    await load('2026', factsOf(corrected2026));
    expect(recounts.taken).toEqual([{ projectNo, year: 2026, yearVersion: 1 }]);
  });
});
