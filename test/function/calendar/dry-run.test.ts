import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { CalendarRehearsal } from '../../../events/calendar/calendar.ts';
import { consumeRecount } from '../../../functions/calendar/recount.ts';
import { eachMessage } from '../../../shared/queue/permanent.ts';
import { at } from '../../fake/clock.ts';
import { fakeRecountPublisher } from '../../fake/rulebook.ts';
import { fakeStores } from '../../fake/stores.ts';
import { corrected2026, factsOf } from '../../support/calendar-year.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';
import { december, facts2027, load, rateBadly, show, watched } from './calendar-bench.ts';

const facts2026 = factsOf(corrected2026);

const dryRun = (world: World, body: unknown, year = '2027', as: Person = people.admin) =>
  world.call('POST /v1/calendar/{year}/dry-run', { as, path: { year }, body });

const rehearsed = async (...asked: Parameters<typeof dryRun>) => {
  const reply = await dryRun(...asked);
  expect(outcomeOf(reply)).toBe('200');
  return bodyOf<CalendarRehearsal>(reply);
};

const dueOf = (due: string | null) => (due === null ? undefined : at(due));

describe('a dry run of a calendar year', () => {
  it('lists the deadlines that would move, and moves none', async () => {
    const world = newWorld();
    const id = await rateBadly(world);
    const before = world.stores.memory.writes();
    const body = await rehearsed(world, facts2026, '2026');
    const contactDue = '2026-11-23T17:30:00.000+08:00';
    expect(body).toEqual({
      year: 2026,
      at: '2026-11-20T09:30:00.000+08:00',
      workingDays: { now: 248, proposed: 247 },
      unusual: [{ name: '测试放假', off: ['2026-11-23'] }],
      tickets: 1,
      differing: 1,
      counts: {
        contactEarlier: 0,
        contactLater: 1,
        rectifyEarlier: 0,
        rectifyLater: 1,
        reviewEarlier: 0,
        reviewLater: 0,
        noLongerWaiting: 0,
      },
      lines: [
        {
          id,
          state: 'open',
          contactDue: { now: contactDue, proposed: '2026-11-24T17:30:00.000+08:00' },
          rectifyDue: {
            now: '2026-12-11T17:30:00.000+08:00',
            proposed: '2026-12-14T17:30:00.000+08:00',
          },
          reviewDue: { now: null, proposed: null },
        },
      ],
    });
    expect(world.stores.memory.writes()).toBe(before);
    expect((await show(world, '2026')).body).toMatchObject({ source: 'shipped' });
  });

  it('says what loading the year then does', async () => {
    const stores = fakeStores();
    const recounts = fakeRecountPublisher();
    const world = worldOver({ ...stores, recounts }, at('2026-11-20T09:30:00+08:00'));
    const id = await rateBadly(world);
    const { lines } = await rehearsed(world, facts2026, '2026');
    await load(world, facts2026, '2026');
    const rulebook = stores.rulebookBy(world.clock.now);
    const consume = eachMessage(consumeRecount({ ...stores, now: world.clock.now, rulebook }));
    await consume({
      Records: [{ messageId: 'm1', body: JSON.stringify(recounts.taken[0]) }],
    } as never);
    const { clocks } = (await stores.tickets.find(id))!;
    expect(clocks.contact).toMatchObject({ dueAt: dueOf(lines[0]!.contactDue.proposed) });
    expect(clocks.rectify).toMatchObject({ dueAt: dueOf(lines[0]!.rectifyDue.proposed) });
    expect(await rehearsed(world, facts2026, '2026')).toMatchObject({ differing: 0, lines: [] });
  });

  it('counts the deadlines that wait for the year', async () => {
    const { world } = watched();
    await rateBadly(world);
    const body = await rehearsed(world, facts2027);
    expect(body).toMatchObject({
      workingDays: { now: null },
      differing: 1,
      counts: { noLongerWaiting: 1, rectifyLater: 0 },
    });
    expect(body.lines[0]?.rectifyDue).toMatchObject({ now: null });
    expect(body.lines[0]?.rectifyDue.proposed).toMatch(/^2027-01/);
    expect((await show(world)).body).toMatchObject({ source: 'none', waiting: 1 });
  });

  it('counts a ticket of which only the rungs after its term wait for the year', async () => {
    const world = worldOver(fakeStores(), at('2026-12-01T07:29:00+08:00'));
    await rateBadly(world);
    expect((await show(world)).body).toMatchObject({ source: 'none', waiting: 1 });
    const { differing, counts, lines } = await rehearsed(world, facts2027);
    expect({ differing, counts }).toMatchObject({ differing: 1, counts: { noLongerWaiting: 1 } });
    const [line] = lines;
    expect(line?.rectifyDue.now).toBe('2026-12-22T17:30:00.000+08:00');
    expect(line?.rectifyDue.proposed).toBe(line?.rectifyDue.now);
  });

  it('finds nothing where the content is the same', async () => {
    const world = newWorld();
    await rateBadly(world);
    const { notices, holidays } = corrected2026;
    const shipped = { notices: notices.slice(0, -1), holidays: holidays.slice(0, -1) };
    expect(await rehearsed(world, shipped, '2026')).toMatchObject({ tickets: 1, differing: 0 });
  });

  it('shows the first 50 lines of many, and counts all', async () => {
    const world = newWorld();
    const key = await world.integrator();
    for (let made = 0; made < 52; made += 1) {
      const token = await world.token(key, await world.acceptedCase(key));
      await world.call('POST /v1/ratings', { body: { token, level: 'dissatisfied', text: '慢' } });
    }
    const { tickets, differing, lines } = await rehearsed(world, facts2026, '2026');
    expect([tickets, differing, lines.length]).toEqual([52, 52, 50]);
  });

  it('refuses what loading would refuse', async () => {
    const world = newWorld(december);
    const [newYear] = facts2027.holidays;
    const refused = await dryRun(world, { ...facts2027, holidays: [newYear] });
    expect(outcomeOf(refused)).toBe('422 calendar_invalid');
    expect(outcomeOf(await dryRun(world, facts2027, '1991'))).toBe('404 year_unknown');
  });

  it.each([
    ['a supervisor', people.supervisor, '403 role_missing'],
    ['a person without any role', { ...people.admin, roles: [] }, '403 role_missing'],
    ['an administrator of a county', { ...people.admin, area: '330602' }, '404 out_of_scope'],
    ['an administrator of a town', { ...people.admin, area: '330604' }, '404 out_of_scope'],
  ] as const)('is not for %s', async (_who, as, outcome) => {
    expect(outcomeOf(await dryRun(newWorld(december), facts2027, '2027', as))).toBe(outcome);
  });
});
