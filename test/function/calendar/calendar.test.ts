import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { readYear } from '../../../functions/calendar/year-in-body.ts';
import { toEpoch } from '../../../shared/domain/time/instant.ts';
import { fakeStores } from '../../fake/stores.ts';
import { corrected2026, factsOf, invented2027 } from '../../support/calendar-year.ts';
import { requestOf } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import {
  december,
  facts2027,
  load,
  loadByTwo,
  propose,
  rateBadly,
  show,
  watched,
} from './calendar-bench.ts';

describe('a year that does not hold together', () => {
  const [newYear, spring, ...others] = facts2027.holidays;
  const [notice] = facts2027.notices;
  it.each([
    [
      'a make-up day that is an ordinary working day',
      { ...facts2027, holidays: [newYear, { ...spring, makeup: ['2027-02-16'] }, ...others] },
      '/holidays/1/makeup/0',
      'makeup_on_ordinary_working_day',
    ],
    [
      'a day off that is a make-up day',
      { ...facts2027, holidays: [newYear, { ...spring, makeup: ['2027-02-06'] }, ...others] },
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
      { ...facts2027, notices: [{ ...notice, url: 'https://example.com/2027' }] },
      '/notices',
      'no_notice_of_the_state_council',
    ],
    [
      'a notice without its number',
      { ...facts2027, notices: [{ url: notice?.url }] },
      '/notices/0/number',
      'missing',
    ],
    [
      'the number of another year’s notice',
      { ...facts2027, notices: [{ ...notice, number: '国办发明电〔2024〕12号' }] },
      '/notices',
      'no_number_of_the_state_council',
    ],
    [
      'a festival left out',
      { ...facts2027, holidays: [newYear, ...others] },
      '/holidays',
      'festival_missing',
    ],
    ['one holiday only', { ...facts2027, holidays: [newYear] }, '/holidays', 'too_few_days_off'],
    [
      'a make-up day far from its holiday',
      { ...facts2027, holidays: [newYear, { ...spring, makeup: ['2027-12-25'] }, ...others] },
      '/holidays/1/makeup/0',
      'makeup_out_of_reach',
    ],
    [
      'an assumption, where only notices count',
      { assumed: true, notices: [], holidays: facts2027.holidays },
      '/assumed',
      'assumed_not_allowed',
    ],
    ['no notice at all', { holidays: facts2027.holidays }, '/notices', 'missing'],
    ['no holidays', { ...facts2027, holidays: [] }, '/holidays', 'too_short'],
    ['a member nobody knows', { ...facts2027, year: 2027 }, '/year', 'not_expected'],
  ])('is refused by path: %s', async (_what, body, path, problem) => {
    const world = newWorld(december);
    const reply = await propose(world, body);
    expect(outcomeOf(reply)).toBe('422 calendar_invalid');
    const { errors } = bodyOf<{ errors: object[] }>(reply);
    expect(errors).toContainEqual(expect.objectContaining({ path, problem }));
    expect(world.stores.memory.writes()).toBe(0);
  });

  it.each(['27', 'abcd', '1991', '9999', '02027'])('nor is there a year %s', async (year) => {
    const world = newWorld(december);
    expect(outcomeOf(await propose(world, facts2027, { year }))).toBe('404 year_unknown');
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
    const notices = [{ url: expect.stringContaining('gov.cn'), number: '国办发明电〔2025〕7号' }];
    expect(body).toMatchObject({ content: { notices } });
    // Of 33 days off, 14 are weekend days, of which the year has 104; six others are working days.
    expect(body).toMatchObject({ workingDays: 365 - 104 - (33 - 14) + 6 });
  });

  it('has a content that can be sent back, which changes nothing', async () => {
    const world = newWorld(december);
    const { content } = bodyOf<{ content: object }>(await show(world, '2026'));
    const reply = await world.call('PUT /v1/calendar/{year}', {
      as: people.admin,
      path: { year: '2026' },
      body: content,
    });
    expect(outcomeOf(reply)).toBe('200');
    expect(reply.body).toMatchObject({ changed: false });
  });

  it('without notice says how many tickets wait for it', async () => {
    const { world } = watched();
    await rateBadly(world);
    await rateBadly(world);
    expect((await show(world)).body).toEqual({
      year: 2027,
      source: 'none',
      version: 0,
      content: null,
      workingDays: null,
      waiting: 2,
      recount: null,
    });
  });

  it('is loaded once: the same content again changes nothing', async () => {
    const { world, stores } = watched();
    expect(await load(world, facts2027)).toMatchObject({ changed: true, version: 1 });
    const again = await propose(world, facts2027);
    expect(again.body).toMatchObject({
      changed: false,
      source: 'loaded',
      version: 1,
      loadedBy: people.admin.id,
      confirmedBy: people.secondAdmin.id,
    });
    expect(await stores.calendars.history(2027)).toHaveLength(1);
    expect(await load(world, factsOf(corrected2026), '2026')).toMatchObject({ version: 1 });
    const shipped = factsOf({ ...corrected2026, holidays: corrected2026.holidays.slice(0, -1) });
    const back = { ...shipped, notices: shipped.notices.slice(0, -1) };
    expect(await load(world, back, '2026')).toMatchObject({ changed: true, version: 2 });
    expect(await stores.calendars.history(2026)).toHaveLength(2);
  });

  it('that is shipped is not stored when it is sent as it is', async () => {
    const { world, stores } = watched();
    const holidays = corrected2026.holidays.slice(0, -1);
    const shipped = { notices: corrected2026.notices.slice(0, -1), holidays };
    const { body } = await propose(world, shipped, { year: '2026' });
    expect(body).toEqual({
      year: 2026,
      changed: false,
      source: 'shipped',
      version: 0,
      recount: null,
    });
    expect(stores.memory.writes()).toBe(0);
  });

  it('is not loaded over what somebody else loaded at the same moment', async () => {
    const { world } = watched(({ calendars }) => ({
      calendars: { ...calendars, load: async () => 'conflict' as const },
    }));
    expect(outcomeOf(await loadByTwo(world, facts2027))).toBe('409 approval_superseded');
  });
});

const refusal = (problem: string) => ({
  details: { errors: [{ path: '/assumed', problem }] },
});

describe('an assumed year, where trials are allowed', () => {
  const { notices: _notices, ...days } = facts2027;
  const assumed = { ...days, notices: [], assumed: true };
  const stores = fakeStores();
  const read = (body: object, year = '2027') => {
    const given = { as: people.admin, path: { year }, body };
    const request = requestOf('PUT /v1/calendar/{year}', given, toEpoch(december));
    return readYear(request, { calendars: stores.calendars, allowAssumed: true });
  };
  it('is taken as one, and replaces an assumption only', async () => {
    expect(await read(assumed)).toMatchObject({ calendar: { assumed: true, notices: [] } });
    const signed = { by: 'u1', confirmedBy: 'u2', at: december };
    const { calendar } = await read(assumed);
    await stores.calendars.load({ calendar, version: 1, ...signed });
    expect(await read(assumed)).toMatchObject({ before: { version: 1 } });
    await stores.calendars.load({ calendar: invented2027, version: 2, ...signed });
    await expect(read(assumed)).rejects.toMatchObject(refusal('year_has_notice'));
  });

  it('does not replace a shipped notice', async () => {
    const holidays = corrected2026.holidays;
    const body = { holidays, notices: [], assumed: true };
    await expect(read(body, '2026')).rejects.toMatchObject(refusal('year_has_notice'));
  });

  it('names no notice', async () => {
    const body = { ...facts2027, assumed: true };
    await expect(read(body)).rejects.toMatchObject(refusal('assumed_with_notice'));
  });
});
