import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

interface Tickets {
  readonly tickets: readonly { id: string; overdue: boolean; nextDueAt: string }[];
  readonly cursor: string | null;
}

const badlyRated = async (world: World, count = 1): Promise<string[]> => {
  const key = await world.integrator();
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const projectNo = await world.acceptedCase(key);
    const token = await world.token(key, projectNo);
    const body = { token, level: 'very_dissatisfied', text: '请改进 secret words' };
    await world.call('POST /v1/ratings', { body });
    ids.push(`${projectNo}-1`);
  }
  return ids;
};

const list = (world: World, as: Person, query?: Record<string, string>) =>
  world.call('GET /v1/tickets', query === undefined ? { as } : { as, query });

const show = (world: World, as: Person, id: string) =>
  world.call('GET /v1/tickets/{id}', { as, path: { id } });

const otherDepartment: Person = { ...people.handler, department: '11330602XX90000018' };

describe('a work list', () => {
  it('is the department’s own', async () => {
    const world = newWorld();
    const [id] = await badlyRated(world);
    const own = bodyOf<Tickets>(await list(world, people.handler));
    expect(own.tickets.map((ticket) => ticket.id)).toEqual([id]);
    expect(bodyOf<Tickets>(await list(world, otherDepartment)).tickets).toEqual([]);
    expect(JSON.stringify(own)).not.toContain('secret words');
  });

  it('of an area is for those who oversee it', async () => {
    const world = newWorld();
    const [id] = await badlyRated(world);
    const area = await list(world, people.supervisor, { view: 'area' });
    expect(bodyOf<Tickets>(area).tickets.map((ticket) => ticket.id)).toEqual([id]);
    const outcomes = [
      await list(world, people.handler, { view: 'area' }),
      await list(world, people.supervisor, { view: 'department' }),
      await list(world, people.supervisor, { view: 'area', area: '330681' }),
      await list(world, people.handler, { view: 'everything' }),
      await list(world, people.handler, { limit: '0' }),
      await list(world, people.handler, { cursor: 'somewhere' }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '403 role_missing',
      '403 role_missing',
      '404 out_of_scope',
      '400 invalid_input',
      '400 invalid_input',
      '400 cursor_invalid',
    ]);
    const elsewhere = await list(world, people.handler, { area: '330681' });
    expect(bodyOf<Tickets>(elsewhere).tickets).toEqual([]);
  });

  it('comes page by page and leaves nothing out', async () => {
    const world = newWorld();
    const ids = await badlyRated(world, 5);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: Record<string, string> = { limit: '2', ...(cursor === '' ? {} : { cursor }) };
      const page: Tickets = bodyOf<Tickets>(await list(world, people.handler, query));
      expect(page.tickets.length).toBeLessThanOrEqual(2);
      seen.push(...page.tickets.map((ticket) => ticket.id));
      cursor = page.cursor;
    }
    expect(seen.toSorted()).toEqual([...ids].toSorted());
  });

  it('calls a ticket overdue after its due moment, not at it', async () => {
    const world = newWorld();
    await badlyRated(world);
    const overdue = async () =>
      bodyOf<Tickets>(await list(world, people.handler, { view: 'overdue' })).tickets.length;
    world.clock.advance(Date.parse('2026-11-23T17:30:00+08:00') - Date.parse(world.clock.now()));
    expect(await overdue()).toBe(0);
    world.clock.advance(1);
    expect(await overdue()).toBe(1);
  });
});

describe('a ticket’s file', () => {
  it('shows the words, the deadlines day by day and an intact chain, the rater masked', async () => {
    const world = newWorld();
    const [id = ''] = await badlyRated(world);
    const reply = await show(world, people.handler, id);
    expect(reply.body).toMatchObject({
      id,
      words: '请改进 secret words',
      applicant: { name: '测**', mobile: '138****0001' },
      clocks: { contact: { dueAt: '2026-11-23T09:30:00.000Z' } },
      audit: { intact: true, steps: [{ number: 1, type: 'opened', previous: id }] },
    });
    expect(JSON.stringify(reply.body)).not.toMatch(/测试甲|13800000001/);
  });

  it('is open to its department and to those who oversee the area', async () => {
    const world = newWorld();
    const [id = ''] = await badlyRated(world);
    const outcomes = [
      await show(world, people.supervisor, id),
      await show(world, otherDepartment, id),
      await show(world, { ...people.supervisor, area: '330681' }, id),
      await show(world, { ...people.supervisor, area: '330600' }, id),
      await show(world, people.handler, `${id}9`),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '200',
      '404 ticket_unknown',
      '404 ticket_unknown',
      '200',
      '404 ticket_unknown',
    ]);
  });
});

describe('roles', () => {
  it.each<[string, string, Person, object?]>([
    ['POST /v1/integrators', 'admit', people.hallAdmin, { name: 'x', may: ['cases'] }],
    ['GET /v1/integrators', 'list integrators', people.handler],
    ['DELETE /v1/integrators/{accessKey}', 'revoke a key', people.supervisor],
    ['POST /v1/pads', 'register a pad', people.clerk, { hall: '330602-H1', window: 'A01' }],
    ['GET /v1/pads', 'list pads', people.handler],
    ['DELETE /v1/pads/{padId}', 'revoke a pad', people.supervisor],
    ['GET /v1/entries', 'see entries', people.handler],
  ])('%s: nobody without the role may %s', async (route, _what, as, body) => {
    const world = newWorld();
    const path = { accessKey: 'AK1', padId: 'p1' };
    const reply = await world.call(route, { as, path, ...(body === undefined ? {} : { body }) });
    expect(outcomeOf(reply)).toBe('403 role_missing');
    expect(world.stores.memory.writes()).toBe(0);
  });

  it('a pad is registered, listed and revoked only within reach', async () => {
    const world = newWorld();
    const as = { ...people.hallAdmin, area: '330681' };
    const pad = await world.pad();
    const before = world.stores.memory.writes();
    const outcomes = [
      await world.call('POST /v1/pads', { as, body: { hall: '330602-H1', window: 'A01' } }),
      await world.call('GET /v1/pads', { as, query: { hall: '330602-H1' } }),
      await world.call('DELETE /v1/pads/{padId}', { as, path: { padId: pad.accessKey } }),
    ].map(outcomeOf);
    expect(outcomes).toEqual(['404 out_of_scope', '404 out_of_scope', '404 pad_unknown']);
    expect(world.stores.memory.writes()).toBe(before);
    const unknown = await world.call('DELETE /v1/pads/{padId}', { as, path: { padId: 'p1' } });
    expect(outcomeOf(unknown)).toBe('404 pad_unknown');
  });

  it('a secret is shown once and never listed', async () => {
    const world = newWorld();
    const key = await world.integrator();
    const reply = await world.call('GET /v1/integrators', { as: people.admin });
    expect(reply.body).toMatchObject({ integrators: [{ accessKey: key.accessKey }] });
    expect(JSON.stringify(reply.body)).not.toContain(key.secret);
    expect(JSON.stringify(await world.stores.integrators.find(key.accessKey))).not.toContain(
      key.secret,
    );
    const revoke = await world.call('DELETE /v1/integrators/{accessKey}', {
      as: people.admin,
      path: { accessKey: 'AKnobody' },
    });
    expect(outcomeOf(revoke)).toBe('404 integrator_unknown');
  });
});
