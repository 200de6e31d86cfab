import { describe, expect, it } from 'vitest';

import { checkCalendarYear } from '../../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import source from '../../data/state-council-calendar.json' with { type: 'json' };

const notice = 'https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm';
const sound = {
  year: 2027,
  notices: [notice],
  holidays: [
    { name: '元旦', off: ['2026-12-31', '2027-01-01'], makeup: ['2027-01-09'] },
    { name: '春节', off: ['2027-02-05', '2027-02-06'], makeup: [] },
  ],
};

const reasonsFor = (change: object): readonly string[] => {
  const checked = checkCalendarYear({ ...sound, ...change });
  return checked.ok ? [] : checked.problems.map(({ path, reason }) => `${path} ${reason}`);
};

const holiday = (off: readonly string[], makeup: readonly string[] = []) => ({
  holidays: [{ name: '元旦', off, makeup }],
});

describe('the official years', () => {
  it('equal the source, but for the one entry that is no make-up day', () => {
    const restated = Object.fromEntries(
      officialCalendarYears.map(({ year, notices, holidays }) => [year, { notices, holidays }]),
    );
    const expected = structuredClone(source.years);
    const spring = expected['2020'].holidays.find(({ name }) => name === '春节')!;
    expect(spring.makeup).toEqual(['2020-01-19', '2020-02-03']);
    spring.makeup = ['2020-01-19'];
    expect(restated).toEqual(expected);
  });

  it.each(officialCalendarYears.map((year) => [year.year, year] as const))(
    'of %i passes the check',
    (_year, year) => {
      expect(checkCalendarYear(year)).toEqual({ ok: true, year });
    },
  );
});

describe('checkCalendarYear', () => {
  it('accepts a sound year, and nothing but what belongs to it', () => {
    expect(checkCalendarYear({ ...sound, extra: 1 })).toEqual({ ok: true, year: sound });
  });

  it.each([
    ['a day off and made up', holiday(['2027-01-02'], ['2027-01-02']), 'off_and_makeup'],
    ['a make-up day on a Monday', holiday(['2027-01-01'], ['2027-01-11']), 'makeup_on_ordinary'],
    ['a make-up day on a Friday', holiday(['2027-01-01'], ['2027-01-08']), 'makeup_on_ordinary'],
    ['a day twice', holiday(['2027-01-01', '2027-01-01']), 'holidays.0.off.1 duplicate_day'],
    ['a day of the next year', holiday(['2028-01-01']), 'holidays.0.off.0 outside_year'],
    ['the last day of all', holiday(['9999-12-31']), 'holidays.0.off.0 outside_year'],
    ['words around a notice', { notices: [`见 ${notice}`] }, 'notices.0 malformed'],
    ['words after a notice', { notices: [`${notice} 见`] }, 'notices.0 malformed'],
    ['a notice behind another host', { notices: [`https://x.org/${notice}`] }, 'no_notice_of'],
    ['a notice without a page', { notices: ['https://www.gov.cn/'] }, 'no_notice_of'],
    ['a day too far back', holiday(['2026-12-24']), 'holidays.0.off.0 outside_year'],
    ['a day that does not exist', holiday(['2027-02-29']), 'holidays.0.off.0 malformed'],
    ['a holiday without a day', holiday([]), 'holidays.0.off malformed'],
    ['no holiday', { holidays: [] }, 'holidays malformed'],
    ['no notice', { notices: [] }, 'notices malformed'],
    ['a year as text', { year: '2027' }, 'year malformed'],
    ['a notice elsewhere', { notices: ['https://example.org/1'] }, 'notices no_notice_of'],
    ['a look-alike host', { notices: ['https://www.gov.cn.example.org/1'] }, 'no_notice_of'],
    ['a host that ends alike', { notices: ['https://notgov.cn/1'] }, 'no_notice_of'],
  ])('refuses %s', (_what, change, expected) => {
    const reasons = reasonsFor(change);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(expected);
  });

  it('accepts the last week of December before, as the notices of 2019 and 2023 needed', () => {
    expect(reasonsFor(holiday(['2026-12-25']))).toEqual([]);
  });

  it.each([
    ['one notice of several', [notice, 'https://example.org/1']],
    ['a notice of the other address', ['http://gov.cn/1']],
  ])('accepts %s on the site of the State Council', (_what, notices) => {
    expect(reasonsFor({ notices })).toEqual([]);
  });

  it('compares a day with its first place, however often it comes', () => {
    const again = { name: '春节', off: ['2027-01-02'], makeup: [] };
    const holidays = [{ name: '元旦', off: ['2027-01-02'], makeup: ['2027-01-02'] }, again];
    expect(reasonsFor({ holidays })).toEqual([
      'holidays.0.makeup.0 off_and_makeup',
      'holidays.1.off.0 duplicate_day',
    ]);
  });

  it('finds a clash across holidays, and names every problem', () => {
    const reasons = reasonsFor({
      notices: ['https://example.org/1'],
      holidays: [
        { name: '元旦', off: ['2027-01-02'], makeup: [] },
        { name: '春节', off: ['2027-02-05'], makeup: ['2027-01-02', '2028-03-01'] },
      ],
    });
    expect(reasons).toEqual([
      'notices no_notice_of_the_state_council',
      'holidays.1.makeup.0 off_and_makeup',
      'holidays.1.makeup.1 outside_year',
      'holidays.1.makeup.1 makeup_on_ordinary_working_day',
    ]);
  });

  it.each([undefined, null, 7, 'x', []])('answers %j without throwing', (input) => {
    expect(checkCalendarYear(input)).toMatchObject({ ok: false });
  });
});
