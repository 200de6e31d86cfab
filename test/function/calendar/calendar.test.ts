import { describe, expect, it } from 'vitest';

import { resumeRecounts } from '../../../functions/calendar/resume.ts';
import { subjectId } from '../../../shared/port/calendar/recount-publisher.ts';
import { exampleEvent } from '../../domain/ticket/event-example.ts';
import { at } from '../../fake/clock.ts';
import { fakeRecountPublisher } from '../../fake/rulebook.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores, Stores } from '../../fake/stores.ts';
import { corrected2026, factsOf, invented2027 } from '../../support/calendar-year.ts';
import { bodyOf, newWorld, outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

interface Loaded {
  readonly changed: boolean;
  readonly version: number;
  readonly recount: { readonly state: string; readonly round: number; readonly queued: number };
}

const december = at('2026-12-14T09:30:00+08:00');
const minute = 60_000;
const facts2027 = factsOf(invented2027);

const load = (world: World, body: unknown, year = '2027') =>
  world.call('PUT /v1/calendar/{year}', { as: people.admin, path: { year }, body });

const show = (world: World, year = '2027') =>
  world.call('GET /v1/calendar/{year}', { as: people.handler, path: { year } });

const rateBadly = async (world: World): Promise<string> => {
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  const body = { token: await world.token(key, projectNo), level: 'dissatisfied', text: '太慢' };
  await world.call('POST /v1/ratings', { body });
  return `${projectNo}-1`;
};

/** A world whose recount queue can be read. */
const watched = (broken: (stores: FakeStores) => Partial<Stores> = () => ({})) => {
  const stores = fakeStores();
  const recounts = fakeRecountPublisher();
  const all = { ...stores, recounts, ...broken(stores) };
  const world = worldOver(all, december);
  return { stores, recounts, world, resume: resumeRecounts({ ...all, now: world.clock.now }) };
};

const ids = ({ taken }: ReturnType<typeof fakeRecountPublisher>) => taken.map(subjectId);

describe('a year that does not hold together', () => {
  const [newYear, spring] = facts2027.holidays;
  it.each([
    [
      'a make-up day that is an ordinary working day',
      { ...facts2027, holidays: [newYear, { ...spring, makeup: ['2027-02-16'] }] },
      '/holidays/1/makeup/0',
      'makeup_on_ordinary_working_day',
    ],
    [
      'a day off that is a make-up day',
      { ...facts2027, holidays: [newYear, { ...spring, makeup: ['2027-02-06'] }] },
      '/holidays/1/makeup/0',
      'off_and_makeup',
    ],
    [
      'a day named twice',
      { ...facts2027, holidays: [newYear, { ...spring, off: ['2027-02-06', '2027-02-06'] }] },
      '/holidays/1/off/1',
      'duplicate_day',
    ],
    [
      'a day of another year',
      { ...facts2027, holidays: [{ ...newYear, off: ['2026-05-01'] }] },
      '/holidays/0/off/0',
      'outside_year',
    ],
    [
      'a day that does not exist',
      { ...facts2027, holidays: [{ ...newYear, off: ['2027-02-30'] }] },
      '/holidays/0/off/0',
      'wrong_format',
    ],
    [
      'no notice of the State Council',
      { ...facts2027, notices: ['https://example.com/2027'] },
      '/notices',
      'no_notice_of_the_state_council',
    ],
    ['no notice at all', { holidays: facts2027.holidays }, '/notices', 'missing'],
    ['no holidays', { ...facts2027, holidays: [] }, '/holidays', 'too_short'],
    ['a member nobody knows', { ...facts2027, year: 2027 }, '/year', 'not_expected'],
  ])('is refused by path: %s', async (_what, body, path, problem) => {
    const world = newWorld(december);
    const reply = await load(world, body);
    expect(outcomeOf(reply)).toBe('422 calendar_invalid');
    const { errors } = bodyOf<{ errors: object[] }>(reply);
    expect(errors).toContainEqual(expect.objectContaining({ path, problem }));
    expect(world.stores.memory.writes()).toBe(0);
  });

  it.each(['27', 'abcd', '1991', '9999', '02027'])('nor is there a year %s', async (year) => {
    const world = newWorld(december);
    expect(outcomeOf(await load(world, facts2027, year))).toBe('404 year_unknown');
    expect(outcomeOf(await show(world, year))).toBe('404 year_unknown');
  });

  it('is loaded by a system administrator only, and read by all staff', async () => {
    const world = newWorld(december);
    for (const as of [people.supervisor, people.handler]) {
      const given = { as, path: { year: '2027' }, body: facts2027 };
      expect(outcomeOf(await world.call('PUT /v1/calendar/{year}', given))).toBe(
        '403 role_missing',
      );
    }
    expect(outcomeOf(await show(world))).toBe('200');
  });
});

describe('a calendar year', () => {
  it('is shown as it is shipped, with its notices and its working days', async () => {
    const { body } = await show(newWorld(december), '2026');
    expect(body).toMatchObject({ source: 'shipped', version: 0, waiting: 0, recount: null });
    expect(body).toMatchObject({ notices: [expect.stringContaining('gov.cn')] });
    // Of 33 days off, 14 are weekend days, of which the year has 104; six others are working days.
    expect(body).toMatchObject({ workingDays: 365 - 104 - (33 - 14) + 6 });
  });

  it('without notice says how many tickets wait for it', async () => {
    const { world } = watched();
    await rateBadly(world);
    await rateBadly(world);
    expect((await show(world)).body).toEqual({
      year: 2027,
      source: 'none',
      version: 0,
      notices: [],
      holidays: [],
      workingDays: null,
      waiting: 2,
      recount: null,
    });
  });

  it('is loaded once: the same content again changes nothing', async () => {
    const { world, stores } = watched();
    expect((await load(world, facts2027)).body).toMatchObject({ changed: true, version: 1 });
    const again = await load(world, facts2027);
    expect(again.body).toMatchObject({ changed: false, version: 1, loadedBy: people.admin.id });
    expect(await stores.calendars.history(2027)).toHaveLength(1);
    expect((await load(world, factsOf(corrected2026), '2026')).body).toMatchObject({ version: 1 });
    const shipped = factsOf({ ...corrected2026, holidays: corrected2026.holidays.slice(0, -1) });
    const back = { ...shipped, notices: shipped.notices.slice(0, -1) };
    expect((await load(world, back, '2026')).body).toMatchObject({ changed: true, version: 2 });
    expect(await stores.calendars.history(2026)).toHaveLength(2);
  });

  it('that is shipped is not stored when it is sent as it is', async () => {
    const { world, stores } = watched();
    const holidays = corrected2026.holidays.slice(0, -1);
    const shipped = { notices: corrected2026.notices.slice(0, -1), holidays };
    const { body } = await load(world, shipped, '2026');
    expect(body).toEqual({
      year: 2026,
      changed: false,
      source: 'shipped',
      version: 0,
      recount: null,
    });
    expect(stores.memory.writes()).toBe(0);
  });

  it('asks to try again when somebody else loads it at the same moment', async () => {
    const { world } = watched(({ calendars }) => ({
      calendars: { ...calendars, load: async () => 'conflict' as const },
    }));
    expect(outcomeOf(await load(world, facts2027))).toBe('503 busy');
  });
});

describe('the recount that a loaded year leaves to do', () => {
  it('orders every open ticket it may touch, and again two minutes later', async () => {
    const { world, recounts, resume } = watched();
    const early = [await rateBadly(world), await rateBadly(world)];
    const { recount } = bodyOf<Loaded>(await load(world, facts2027));
    expect(recount).toEqual({ state: 'running', round: 2, queued: 2 });
    expect(ids(recounts).toSorted()).toEqual(early.toSorted());
    // Opened by an instance that had not read the year yet.
    const late = await rateBadly(world);
    world.clock.advance(2 * minute - 1);
    await resume();
    expect(ids(recounts)).toHaveLength(2);
    world.clock.advance(1);
    await resume();
    expect(ids(recounts).slice(2).toSorted()).toEqual([...early, late].toSorted());
    expect((await show(world)).body).toMatchObject({ recount: { state: 'done', queued: 5 } });
    await resume();
    expect(ids(recounts)).toHaveLength(5);
  });

  it('leaves alone what the year cannot touch', async () => {
    const { world, recounts } = watched();
    await rateBadly(world);
    const past = { ...facts2027, holidays: [{ name: '元旦', off: ['2025-01-01'], makeup: [] }] };
    expect((await load(world, past, '2025')).body).toMatchObject({ recount: { queued: 0 } });
    expect(recounts.taken).toEqual([]);
  });

  it('reaches a ticket that ended before anybody knew whether it was in time', async () => {
    const { world, recounts, stores } = watched();
    const id = await rateBadly(world);
    const ticket = (await stores.tickets.find(id))!;
    const january = at('2027-01-12T10:00:00+08:00');
    const { rectify } = ticket.clocks;
    if (rectify.state !== 'pending_calendar') throw new Error('it waits for 2027');
    const ruling = { kind: 'closure', granted: true, by: 'u-supervisor', at: january } as const;
    const clocks = { ...ticket.clocks, rectify: { ...rectify, metAt: january } };
    const closed = { ...ticket, state: 'closed', ruling, clocks, version: 2 } as const;
    const steps = [exampleEvent('approved', { ticketId: id, at: january })];
    expect(await stores.tickets.save(closed, steps, [])).toBe('saved');
    world.clock.advance(60 * 24 * 60 * minute);
    await load(world, facts2027);
    expect(ids(recounts)).toEqual([id]);
  });

  it('is taken up by the beat after a crash between saving and ordering', async () => {
    let crashes = 1;
    const { world, recounts, resume } = watched(({ calendars }) => ({
      calendars: {
        ...calendars,
        async load(next) {
          await calendars.load(next);
          crashes -= 1;
          throw new Error('killed');
        },
      },
    }));
    const ticket = await rateBadly(world);
    expect(outcomeOf(await load(world, facts2027))).toBe('500 fault');
    expect([crashes, recounts.taken]).toEqual([0, []]);
    await resume();
    expect(ids(recounts)).toEqual([ticket]);
  });

  it('is taken up by a repeat of the call, from the page that was not settled', async () => {
    const taken: string[] = [];
    let failures = 1;
    const { world } = watched(() => ({
      recounts: {
        async order(orders) {
          failures -= orders.length > 0 ? 1 : 0;
          if (orders.length > 0 && failures >= 0) return orders.map(subjectId);
          taken.push(...orders.map(subjectId));
          return [];
        },
      },
    }));
    const ticket = await rateBadly(world);
    expect(outcomeOf(await load(world, facts2027))).toBe('500 fault');
    const again = bodyOf<Loaded>(await load(world, facts2027));
    expect(again).toMatchObject({ changed: false, recount: { round: 2, queued: 1 } });
    expect(taken).toEqual([ticket]);
  });

  it('is left to whoever is further', async () => {
    const { world, recounts } = watched(({ calendars }) => ({
      calendars: { ...calendars, advance: async () => 'conflict' as const },
    }));
    await rateBadly(world);
    const { recount } = bodyOf<Loaded>(await load(world, facts2027));
    expect(recount).toEqual({ state: 'running', round: 1, queued: 0 });
    expect(recounts.taken).toEqual([]);
  });
});
