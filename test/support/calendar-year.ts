import type { CalendarYear } from '../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../shared/domain/calendar/years.table.ts';
import { civilDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';

const days = (...texts: readonly string[]): readonly CivilDate[] =>
  texts.map((text) => {
    const date = civilDate(text);
    if (date === undefined) throw new Error(`not a day: ${text}`);
    return date;
  });

/**
 * INVENTED for tests: no notice for 2027 was published when this was written. It has the form of a
 * real one; its days and its URL are invented.
 */
export const invented2027: CalendarYear = {
  year: 2027,
  notices: ['https://www.gov.cn/invented-for-tests/2027.htm'],
  holidays: [
    { name: '元旦', off: days('2027-01-01', '2027-01-02', '2027-01-03'), makeup: [] },
    {
      name: '春节',
      off: days(
        '2027-02-05',
        '2027-02-06',
        '2027-02-07',
        '2027-02-08',
        '2027-02-09',
        '2027-02-10',
        '2027-02-11',
      ),
      makeup: days('2027-02-13'),
    },
  ],
};

const shipped = (year: number): CalendarYear => {
  const known = officialCalendarYears.find((one) => one.year === year);
  if (known === undefined) throw new Error(`${year} is not shipped`);
  return known;
};

/** INVENTED for tests: the shipped 2026 with Monday 2026-11-23 as an additional day off. */
export const corrected2026: CalendarYear = {
  ...shipped(2026),
  notices: [...shipped(2026).notices, 'https://www.gov.cn/invented-for-tests/2026.htm'],
  holidays: [...shipped(2026).holidays, { name: '测试放假', off: days('2026-11-23'), makeup: [] }],
};

/** The request body: the year itself is in the path. */
export const factsOf = ({ notices, holidays }: CalendarYear) => ({ notices, holidays });
