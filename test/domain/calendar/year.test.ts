import { describe, expect, it } from 'vitest';

import { checkCalendarYear } from '../../../shared/domain/calendar/check-year.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import source from '../../data/state-council-calendar.json' with { type: 'json' };
import { corrected2026, invented2027 } from '../../support/calendar-year.ts';

const url = 'https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm';
const number = '国办发明电〔2026〕9号';
const [, ...others] = invented2027.holidays;
const newYear = { name: '元旦', off: ['2026-12-31', '2027-01-01'], makeup: ['2027-01-09'] };
const sound = {
  year: 2027,
  notices: [{ url, number }],
  holidays: [newYear, ...others],
};

const reasonsFor = (change: object): readonly string[] => {
  const checked = checkCalendarYear({ ...sound, ...change });
  return checked.ok ? [] : checked.problems.map(({ path, reason }) => `${path} ${reason}`);
};

/** The sound year with another 元旦. */
const newYearOff = (off: readonly string[], makeup: readonly string[] = []) => ({
  holidays: [{ name: '元旦', off, makeup }, ...others],
});

const noticeAt = (address: string) => ({ notices: [{ url: address, number }] });

describe('the official years', () => {
  it('equal the source, but for the one entry that is no make-up day', () => {
    const restated = Object.fromEntries(
      officialCalendarYears.map(({ year, notices, holidays }) => [
        year,
        { notices: notices.map((notice) => notice.url), holidays },
      ]),
    );
    const expected = structuredClone(source.years);
    const spring = expected['2020'].holidays.find(({ name }) => name === '春节')!;
    expect(spring.makeup).toEqual(['2020-01-19', '2020-02-03']);
    spring.makeup = ['2020-01-19'];
    expect(restated).toEqual(expected);
  });

  it.each([...officialCalendarYears, invented2027, corrected2026].map((one) => [one.year, one]))(
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
    ['a day off and made up', newYearOff(['2027-01-01', '2027-01-02'], ['2027-01-02']), 'off_and'],
    ['a make-up day on a Monday', newYearOff(['2027-01-01'], ['2027-01-11']), 'makeup_on_ordinary'],
    ['a make-up day on a Friday', newYearOff(['2027-01-01'], ['2027-01-08']), 'makeup_on_ordinary'],
    ['a day twice', newYearOff(['2027-01-01', '2027-01-01']), 'holidays.0.off.1 duplicate_day'],
    ['a day of the next year', newYearOff(['2027-01-01', '2028-01-01']), 'off.1 outside_year'],
    ['the last day of all', newYearOff(['2027-01-01', '9999-12-31']), 'off.1 outside_year'],
    ['words around a notice', noticeAt(`见 ${url}`), 'notices.0.url malformed'],
    ['words after a notice', noticeAt(`${url} 见`), 'notices.0.url malformed'],
    ['a notice behind another host', noticeAt(`https://x.org/${url}`), 'no_notice_of'],
    ['a notice without a page', noticeAt('https://www.gov.cn/'), 'no_notice_of'],
    ['a day too far back', newYearOff(['2026-12-24', '2027-01-01']), 'off.0 outside_year'],
    ['a day that does not exist', newYearOff(['2027-02-29']), 'holidays.0.off.0 malformed'],
    ['a holiday without a day', newYearOff([]), 'holidays.0.off malformed'],
    ['no holiday', { holidays: [] }, 'holidays malformed'],
    ['no notice', { notices: [] }, 'notices no_notice_of_the_state_council'],
    ['a year as text', { year: '2027' }, 'year malformed'],
    ['a notice elsewhere', noticeAt('https://example.org/1'), 'notices no_notice_of'],
    ['a look-alike host', noticeAt('https://www.gov.cn.example.org/1'), 'no_notice_of'],
    ['a host that ends alike', noticeAt('https://notgov.cn/1'), 'no_notice_of'],
  ])('refuses %s', (_what, change, expected) => {
    const reasons = reasonsFor(change);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(expected);
  });

  it('accepts the last days of December before, as the notices of 2019 and 2023 needed', () => {
    expect(reasonsFor(newYearOff(['2026-12-28', '2027-01-01']))).toEqual([]);
  });

  it.each([
    [
      'one notice of several',
      [
        { url, number },
        { url: 'https://example.org/1', number },
      ],
    ],
    ['a notice of the other address', [{ url: 'http://gov.cn/1', number }]],
  ])('accepts %s on the site of the State Council', (_what, notices) => {
    expect(reasonsFor({ notices })).toEqual([]);
  });

  it('compares a day with its first place, however often it comes', () => {
    const first = { ...newYear, off: ['2027-01-01', '2027-01-02'], makeup: ['2027-01-02'] };
    const again = { name: '测试放假', off: ['2027-01-02'], makeup: [] };
    expect(reasonsFor({ holidays: [first, again, ...others] })).toEqual([
      'holidays.0.makeup.0 off_and_makeup',
      'holidays.1.off.0 duplicate_day',
    ]);
  });

  it('finds a clash across holidays, and names every problem', () => {
    const clash = { name: '测试放假', off: ['2027-03-01'], makeup: ['2027-01-01', '2028-03-01'] };
    const reasons = reasonsFor({
      notices: [{ url: 'https://example.org/1', number }],
      holidays: [...sound.holidays, clash],
    });
    expect(reasons).toEqual([
      'holidays.7.makeup.0 makeup_on_ordinary_working_day',
      'holidays.7.makeup.0 off_and_makeup',
      'holidays.7.makeup.1 outside_year',
      'holidays.7.makeup.1 makeup_on_ordinary_working_day',
      'notices no_notice_of_the_state_council',
      'holidays.7.makeup.0 makeup_out_of_reach',
      'holidays.7.makeup.1 makeup_out_of_reach',
      'holidays.7.makeup too_many_makeup_days',
    ]);
  });

  it.each([undefined, null, 7, 'x', []])('answers %j without throwing', (input) => {
    expect(checkCalendarYear(input)).toMatchObject({ ok: false });
  });
});
