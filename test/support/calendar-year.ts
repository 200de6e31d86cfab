import type { CalendarYear } from '../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../shared/domain/calendar/years.table.ts';
import { civilDate, nextDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';

const days = (...texts: readonly string[]): readonly CivilDate[] =>
  texts.map((text) => {
    const date = civilDate(text);
    if (date === undefined) throw new Error(`not a day: ${text}`);
    return date;
  });

const inventedNotice = (year: number, number: string) => ({
  url: `https://www.gov.cn/invented-for-tests/${year}.htm`,
  number,
});

/** The days from the first on, e.g. `from('2027-01-01', 3)`. */
const from = (first: string, length: number): readonly CivilDate[] => {
  const [begin] = days(first);
  if (begin === undefined) throw new Error('no first day');
  return Array.from({ length }, (_, index) => nextDate(begin, index));
};

/**
 * INVENTED for tests: no notice for 2027 was published when this was written. It has the form of a
 * real one; its days, its URL and its number are invented.
 */
export const invented2027: CalendarYear = {
  year: 2027,
  notices: [inventedNotice(2027, '国办发明电〔2026〕99号')],
  holidays: [
    { name: '元旦', off: from('2027-01-01', 3), makeup: [] },
    { name: '春节', off: from('2027-02-05', 7), makeup: days('2027-02-13') },
    { name: '清明节', off: from('2027-04-03', 3), makeup: [] },
    { name: '劳动节', off: from('2027-05-01', 5), makeup: days('2027-05-08') },
    { name: '端午节', off: from('2027-06-09', 1), makeup: [] },
    { name: '中秋节', off: from('2027-09-15', 1), makeup: [] },
    { name: '国庆节', off: from('2027-10-01', 7), makeup: days('2027-09-26', '2027-10-09') },
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
  notices: [...shipped(2026).notices, inventedNotice(2026, '国办发明电〔2026〕98号')],
  holidays: [...shipped(2026).holidays, { name: '测试放假', off: days('2026-11-23'), makeup: [] }],
};

/** The request body: the year itself is in the path. */
export const factsOf = ({ year: _year, ...facts }: CalendarYear) => facts;
