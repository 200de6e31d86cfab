import '../../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { addMs } from '../../../../shared/domain/time/instant.ts';
import { at } from '../../../fake/clock.ts';
import { deadlineWorks } from '../../../support/deadline-works.ts';
import type { DeadlineWorks } from '../../../support/deadline-works.ts';
import { approvalOf } from '../../approval-calls.ts';
import type { Person } from '../../request.ts';
import { bodyOf, hall, newWorld, outcomeOf, people, window } from '../../world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const county: Person = { id: 'u-county', roles: ['system_admin'], area: '330602' };
const otherHallAdmin: Person = { ...people.hallAdmin, id: 'u-hall-2' };
const elsewhere: Person = { ...county, area: '330604' };
const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };

interface Line {
  readonly id: string;
  readonly type: string;
  readonly approvalId: string;
  readonly own: boolean;
  readonly readAt: string | null;
}

let world: ReturnType<typeof newWorld>;
let works: DeadlineWorks;

beforeEach(() => {
  world = newWorld();
  works = deadlineWorks(world.stores, world.clock.now);
});

/** Time passes; the sweep runs as often as it does. */
const pass = async (ms: number): Promise<void> => {
  const end = addMs(world.clock.now(), ms);
  await works.sweep();
  await works.settle();
  while (world.clock.now() < end) {
    world.clock.advance(hour);
    await works.sweep();
    await works.settle();
  }
};

const proposePad = async (as: Person = people.hallAdmin): Promise<string> =>
  approvalOf(await world.call('POST /v1/pads', { as, body: { hall, window } }));

const decide = (id: string, as: Person, verb: 'confirm' | 'refuse' = 'confirm') =>
  world.call(`POST /v1/approvals/{id}/${verb}`, { as, path: { id }, body: { note: '已核对' } });

const inbox = async (as: Person, query = {}): Promise<readonly Line[]> =>
  bodyOf<{ notices: readonly Line[] }>(await world.call('GET /v1/inbox', { as, query })).notices;

const typesIn = async (as: Person, query = {}) => (await inbox(as, query)).map(({ type }) => type);

describe('a proposed act', () => {
  it('is in the inbox of those who may confirm it, and nowhere when it could not be stored', async () => {
    const { approvals } = world.stores;
    const save = approvals.save.bind(approvals);
    Object.assign(approvals, { save: async () => 'conflict' });
    const refused = await world.call('POST /v1/pads', {
      as: people.hallAdmin,
      body: { hall, window },
    });
    expect(outcomeOf(refused)).toBe('503 busy');
    expect(world.stores.notices.all()).toEqual([]);
    Object.assign(approvals, { save });

    const id = await proposePad();
    await pass(minute);
    for (const as of [county, otherHallAdmin]) {
      expect(await inbox(as)).toMatchObject([
        { type: 'approval_asked', approvalId: id, power: 'pad', own: false, readAt: null },
      ]);
    }
    expect(await inbox(elsewhere)).toEqual([]);
    expect(await typesIn(people.admin)).toEqual(['approval_asked']);
    expect(await typesIn(people.admin, { box: 'administrator', area: '330602' })).toHaveLength(1);
  });

  it('is told to the proposer as their own, whose reading leaves it unread', async () => {
    await proposePad();
    await pass(minute);
    const [own] = await inbox(people.hallAdmin);
    expect(own).toMatchObject({ own: true, readAt: null });
    const read = (as: Person) =>
      world.call('POST /v1/inbox/{id}/read', { as, path: { id: own!.id } });
    expect((await read(people.hallAdmin)).body).toEqual({ id: own!.id, readAt: null });
    expect((await read(auditor)).body).toEqual({ id: own!.id, readAt: null });
    expect(outcomeOf(await read(elsewhere))).toBe('404 notice_unknown');
    const readAt = bodyOf<{ readAt: string }>(await read(otherHallAdmin)).readAt;
    expect(readAt).toBe('2026-11-20T10:30:00.000+08:00');
    expect((await read(people.hallAdmin)).body).toEqual({ id: own!.id, readAt });
  });

  it('reminds the area and the city three working days before it expires, then tells of the end', async () => {
    await proposePad({ ...people.admin, id: 'u-admin-9' });
    await pass(10 * day + 23 * hour);
    expect(await typesIn(county)).toEqual(['approval_asked']);
    expect(await typesIn(people.admin)).toEqual(['approval_asked']);
    await pass(2 * hour);
    expect(await typesIn(county)).toEqual(['approval_reminder', 'approval_asked']);
    expect(await typesIn(people.admin)).toEqual(['approval_reminder', 'approval_asked']);
    await pass(3 * day);
    expect(await typesIn(county)).toEqual([
      'approval_expired',
      'approval_reminder',
      'approval_asked',
    ]);
    // The proposer is of the city.
    expect(await typesIn(people.admin)).toEqual([
      'approval_expired',
      'approval_reminder',
      'approval_asked',
    ]);
    expect(works.notices.size).toBe(0);
  });

  it.each(['confirm', 'refuse'] as const)('is no longer told of after a %s', async (verb) => {
    world = newWorld(at('2026-11-20T20:00:00+08:00'));
    works = deadlineWorks(world.stores, world.clock.now);
    const id = await proposePad();
    expect((await decide(id, people.admin, verb)).status).toBe(200);
    await pass(17 * day);
    expect(await inbox(county)).toEqual([]);
    expect(await inbox(people.admin)).toEqual([]);
    const states = new Set(world.stores.notices.all().map(({ state }) => state));
    expect([...states]).toEqual(['silenced']);
  });

  it('of an area with one administrator is confirmed by one of the city', async () => {
    const id = await proposePad(county);
    expect(outcomeOf(await decide(id, county))).toBe('403 same_person');
    expect(outcomeOf(await decide(id, people.admin))).toBe('200');
  });
});

/** A chat robot for the hall administrators of an area. */
const admit = (area: string) =>
  world.byTwo<{ id: string }>('POST /v1/webhooks', {
    as: people.admin,
    body: {
      name: '管理员群',
      form: 'robot',
      secret: 'SEC1',
      url: 'https://robot.example.cn/send',
      box: 'hall_administrator',
      area,
    },
  });

describe('a webhook for administrators', () => {
  it('receives each notice of its areas once', async () => {
    await admit('330600');
    await admit('330602');
    await admit('330604');
    const id = await proposePad();
    await pass(14 * day + hour);
    const texts = works.http.posts.map(({ body }) => JSON.parse(body).text.content as string);
    expect(texts).toHaveLength(6);
    expect(new Set(texts.map((text) => text.split('\n')[1]))).toEqual(new Set([`复核：${id}`]));
    expect(new Set(texts).size).toBe(3);
  });

  it('is of no department', async () => {
    const body = { name: '群', form: 'robot', secret: 'S', url: 'https://robot.example.cn/send' };
    const department = {
      box: 'administrator',
      area: '330602',
      creditCode: people.handler.department,
    };
    const reply = await world.call('POST /v1/webhooks', {
      as: people.admin,
      body: { ...body, ...department },
    });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    expect(reply.body).toMatchObject({ errors: [{ path: '/creditCode' }] });
  });
});
