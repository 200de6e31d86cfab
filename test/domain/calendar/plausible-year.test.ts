import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkCalendarYear } from '../../../shared/domain/calendar/check-year.ts';
import { specialDaysIn } from '../../../shared/domain/calendar/plausible-year.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { nextDate } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { invented2027 } from '../../support/calendar-year.ts';

type Holiday = (typeof invented2027.holidays)[number];

const reasonsFor = (change: object): readonly string[] => {
  const checked = checkCalendarYear({ ...invented2027, ...change });
  return checked.ok ? [] : checked.problems.map(({ path, reason }) => `${path} ${reason}`);
};

const { holidays } = invented2027;

const changed = (name: string, change: (holiday: Holiday) => object) => ({
  holidays: holidays.map((one) => (one.name === name ? { ...one, ...change(one) } : one)),
});

const daysFrom = (first: string, length: number): readonly CivilDate[] =>
  Array.from({ length }, (_, index) => nextDate(first as CivilDate, index));

describe('the seven festivals', () => {
  it.each(holidays.map(({ name }) => name))('must have %s among them', (name) => {
    const rest = holidays.filter((one) => one.name !== name);
    expect(reasonsFor({ holidays: rest })).toContain('holidays festival_missing');
    expect(reasonsFor(changed(name, () => ({ name: '放假' })))).toContain(
      'holidays festival_missing',
    );
  });

  it.each([
    ['元旦', '2027-01-02'],
    ['春节', '2027-03-01'],
    ['清明节', '2027-04-07'],
    ['劳动节', '2027-05-02'],
    ['端午节', '2027-05-24'],
    ['中秋节', '2027-10-09'],
    ['国庆节', '2027-10-02'],
    ['春节', '2027-01-20'],
    ['清明节', '2027-04-03'],
    ['劳动节', '2027-04-30'],
    ['中秋节', '2027-09-06'],
    ['国庆节', '2027-09-30'],
  ])('have %s in its season, not on %s', (name, day) => {
    const moved = changed(name, () => ({ off: [day], makeup: [] }));
    const rest = moved.holidays.filter(
      (one) => one.name === name || !one.makeup.some((date) => String(date) === day),
    );
    expect(reasonsFor({ holidays: rest })).toContain('holidays festival_missing');
  });

  it('may stand together in one holiday, as 国庆节、中秋节 in 2025', () => {
    const apart = holidays.filter(({ name }) => name !== '中秋节' && name !== '国庆节');
    const both = { name: '国庆节、中秋节', off: daysFrom('2027-10-01', 8), makeup: [] };
    expect(reasonsFor({ holidays: [...apart, both] })).toEqual([]);
    const one = { ...both, off: daysFrom('2027-10-09', 2) };
    expect(reasonsFor({ holidays: [...apart, one] })).toEqual(['holidays festival_missing']);
  });

  it('are not all there because one name lists them', () => {
    const name = holidays.map((one) => one.name).join('、');
    const all = { name, off: daysFrom('2027-01-01', 11), makeup: [] };
    expect(reasonsFor({ holidays: [all] })).toContain('holidays festival_missing');
  });
});

const longer = (name: string, first: string, length: number) => ({
  holidays: holidays.map((one) =>
    one.name === name ? { ...one, off: daysFrom(first, length), makeup: [] } : one,
  ),
});
const free = (year: { holidays: readonly { off: readonly CivilDate[] }[] }) =>
  year.holidays
    .flatMap(({ off }) => off)
    .filter((date) => ![0, 6].includes(new Date(date).getUTCDay())).length;

const row = (first: string, length: number, makeup: readonly string[] = []) => ({
  holidays: [
    ...holidays.filter(({ name }) => name !== '国庆节'),
    { name: '国庆节', off: daysFrom(first, length), makeup },
  ],
});

describe('the number of days off', () => {
  /** Each festival on its day only: six of the seven are on a weekday. */
  const small = holidays.map((one) => {
    const off = one.name === '清明节' ? one.off.slice(-1) : one.off.slice(0, 1);
    return { ...one, off, makeup: [] };
  });

  it('is at least 11 from Monday to Friday', () => {
    expect(reasonsFor({ holidays: small })).toEqual(['holidays too_few_days_off']);
    const withDays = (days: number) => ({
      holidays: [...small, { name: '国庆节', off: daysFrom('2027-10-04', days), makeup: [] }],
    });
    expect(reasonsFor(withDays(4))).toEqual(['holidays too_few_days_off']);
    expect(reasonsFor(withDays(5))).toEqual([]);
  });

  it('counts no weekend', () => {
    const weekends = ['2027-03-06', '2027-03-07', '2027-03-13', '2027-03-14', '2027-03-20'];
    const added = { name: '周末', off: weekends, makeup: [] };
    expect(reasonsFor({ holidays: [...small, added] })).toEqual(['holidays too_few_days_off']);
  });

  it('is at most 25', () => {
    const longest = longer('端午节', '2027-06-07', 5 + 2 + 3);
    const more = (length: number) => ({
      holidays: [
        ...longest.holidays,
        { name: '清明节', off: daysFrom('2027-04-06', length), makeup: [] },
      ],
    });
    expect(free(more(1))).toBe(25);
    expect(reasonsFor(more(1))).toEqual([]);
    expect(reasonsFor(more(2))).toEqual(['holidays too_many_days_off']);
  });

  it.each(['年末', '元旦', '国庆节', '春节补休'])(
    'leaves no December full of holidays, named %s',
    (name) => {
      const off = daysFrom('2027-12-01', 31).filter((date) => date !== '2027-12-17');
      expect(reasonsFor({ holidays: [...holidays, { name, off, makeup: [] }] })).not.toEqual([]);
      const [one] = off;
      const single = reasonsFor({ holidays: [...holidays, { name, off: [one], makeup: [] }] });
      expect(single).toEqual(name === '年末' ? [] : ['holidays.7.off.0 outside_festival']);
    },
  );

  it('in a row is at most 10, weekends included and make-up days not', () => {
    // Saturday 2027-10-09 and Sunday 2027-10-10 follow, unless they are worked.
    expect(reasonsFor(row('2027-10-01', 8))).toEqual([]);
    expect(reasonsFor(row('2027-09-30', 9))).toEqual(['holidays too_many_days_off_in_a_row']);
    expect(reasonsFor(row('2027-09-30', 9, ['2027-10-10']))).toEqual([]);
  });
});

const withVictoryDay = (off: readonly CivilDate[]) => ({
  ...invented2027,
  holidays: [...holidays, { name: '抗战胜利日', off, makeup: [] }],
});

describe('a day off', () => {
  it.each([
    ['元旦', ['2026-12-28', '2027-01-05'], ['2027-01-06', '2027-12-28']],
    ['春节', ['2027-01-18', '2027-02-26'], ['2027-01-15', '2027-03-01']],
    ['清明节', ['2027-04-01', '2027-04-08'], ['2027-03-31', '2027-04-09']],
    ['劳动节', ['2027-04-27', '2027-05-07'], ['2027-04-26', '2027-05-10']],
    ['端午节', ['2027-05-25', '2027-07-02'], ['2027-05-24', '2027-07-05']],
    ['中秋节', ['2027-09-06', '2027-10-08'], ['2027-09-03', '2027-10-11']],
    ['国庆节', ['2027-09-27', '2027-10-08'], ['2027-09-24', '2027-10-11']],
  ])('of %s lies around it: %j, and not on %j', (name, near, far) => {
    const reasons = (day: string) =>
      reasonsFor({
        holidays: [
          ...holidays.map((one) => ({
            ...one,
            off: one.off.filter((date) => String(date) !== day),
          })),
          { name, off: [day], makeup: [] },
        ],
      }).filter((reason) => reason.includes('outside_festival'));
    for (const day of near) expect(reasons(day)).toEqual([]);
    for (const day of far) expect(reasons(day)).toEqual(['holidays.7.off.0 outside_festival']);
  });

  it('may lie near any of the festivals that its holiday names', () => {
    const others = holidays.filter(({ name }) => name !== '中秋节');
    const both = { name: '国庆节、中秋节', off: ['2027-09-15', '2027-09-17'], makeup: [] };
    expect(reasonsFor({ holidays: [...others, both] })).toEqual([]);
  });

  it('of no festival is told only from Monday to Friday', () => {
    expect(specialDaysIn(withVictoryDay(daysFrom('2027-08-28', 3)))).toEqual([
      { name: '抗战胜利日', off: ['2027-08-30'] },
    ]);
    expect(specialDaysIn(withVictoryDay(daysFrom('2027-08-28', 2)))).toEqual([]);
  });

  it('of no festival is one of three at most, and is told', () => {
    const special = (days: number) => ({
      holidays: [
        ...holidays,
        { name: '抗战胜利日', off: daysFrom('2027-08-30', days), makeup: [] },
      ],
    });
    expect(reasonsFor(special(3))).toEqual([]);
    expect(specialDaysIn({ ...invented2027, ...special(3) })).toEqual([
      { name: '抗战胜利日', off: daysFrom('2027-08-30', 3) },
    ]);
    expect(reasonsFor(special(4))).toEqual(['holidays too_many_special_days']);
    expect(officialCalendarYears.flatMap(specialDaysIn)).toEqual([]);
  });

  it('is never accepted far from every festival, whatever it is called', () => {
    const name = fc.constantFrom('年末', ...holidays.map((one) => one.name), '春节、国庆节');
    const ordinary = daysFrom('2027-10-12', 50).filter(
      (date) => ![0, 6].includes(new Date(date).getUTCDay()),
    );
    const off = fc.uniqueArray(fc.constantFrom(...ordinary), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(name, off, (of, days) => {
        const holiday = { name: of, off: days, makeup: [] };
        expect(reasonsFor({ holidays: [...holidays, holiday] })).not.toEqual([]);
      }),
    );
  });
});

const madeUpOn = (day: string) => changed('劳动节', () => ({ makeup: [day] }));

describe('make-up days', () => {
  it('are no more than the working days that their holiday takes', () => {
    const off = ['2027-05-01', '2027-05-03', '2027-05-04'];
    const holiday = (makeup: string[]) => changed('劳动节', () => ({ off, makeup }));
    const weekends = ['2027-04-24', '2027-04-25', '2027-05-08'];
    expect(reasonsFor(holiday(weekends.slice(1)))).toEqual([]);
    expect(reasonsFor(holiday(weekends))).toEqual(['holidays.3.makeup too_many_makeup_days']);
  });
});

describe('a make-up day', () => {
  it.each(['2027-04-17', '2027-05-08', '2027-05-16'])('may be on %s for 05-01 to 05-05', (day) => {
    expect(reasonsFor(madeUpOn(day))).toEqual([]);
  });

  it.each(['2027-04-11', '2027-05-22', '2027-12-25'])('is too far away on %s', (day) => {
    expect(reasonsFor(madeUpOn(day))).toEqual(['holidays.3.makeup.0 makeup_out_of_reach']);
  });
});

describe('the notice', () => {
  const [notice] = invented2027.notices;
  const numbered = (number: string) => ({ notices: [{ ...notice, number }] });

  it.each(['国办发明电〔2026〕9号', '国办发〔2027〕1号', '国发〔2026〕100号'])(
    'may have the number %s',
    (number) => {
      expect(reasonsFor(numbered(number))).toEqual([]);
    },
  );

  it.each([
    '国办发明电〔2025〕7号',
    '国办发明电〔2028〕1号',
    '浙政办发〔2026〕9号',
    '转国办发〔2026〕9号',
  ])('is not of the State Council for 2027 with the number %s', (number) => {
    expect(reasonsFor(numbered(number))).toEqual(['notices no_number_of_the_state_council']);
  });

  it.each(['', '9号', '国办发明电[2026]9号', '国办发明电〔2026〕号', '见国办发明电〔2026〕9号 '])(
    'has no number in %j',
    (number) => {
      expect(reasonsFor(numbered(number))).toEqual(['notices.0.number malformed']);
    },
  );

  it('of the year stands beside another that changed it', () => {
    const earlier = { ...notice, number: '国办发明电〔2025〕7号' };
    expect(reasonsFor({ notices: [earlier, notice] })).toEqual([]);
  });

  it('on the site and its number belong together', () => {
    const elsewhere = { url: 'https://example.org/1', number: '国办发明电〔2026〕9号' };
    const other = { ...notice, number: '浙政办发〔2026〕9号' };
    expect(reasonsFor({ notices: [elsewhere, other] })).toEqual([
      'notices no_number_of_the_state_council',
    ]);
  });

  it('is missing where the year is assumed, and only there', () => {
    expect(reasonsFor({ assumed: true, notices: [] })).toEqual([]);
    expect(reasonsFor({ assumed: true })).toEqual(['assumed assumed_with_notice']);
    expect(reasonsFor({ assumed: false, notices: [] })).toEqual(['assumed malformed']);
    expect(reasonsFor({ notices: [] })).toEqual(['notices no_notice_of_the_state_council']);
  });

  it('of every shipped year has a number of its own', () => {
    const numbers = officialCalendarYears.flatMap(({ notices }) =>
      notices.map(({ number }) => number),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
