/**
 * What the notices of all years have in common: a year without it was not made by the State Council.
 * Whether a year is the one of its notice is for the two persons to compare.
 */
import { daysBetween, nextDate, weekdayOf, yearOf } from '../time/instant.ts';
import type { CivilDate } from '../time/instant.ts';
import type { CalendarYear } from './year.ts';

export type Implausible =
  | 'no_notice_of_the_state_council'
  | 'no_number_of_the_state_council'
  | 'assumed_with_notice'
  | 'festival_missing'
  | 'too_few_days_off'
  | 'too_many_days_off'
  | 'too_many_days_off_in_a_row'
  | 'makeup_out_of_reach';

interface Found {
  readonly path: string;
  readonly reason: Implausible;
}

/**
 * 法定节日: the seven festivals of 《全国年节及纪念日放假办法》, and the first and last day (`MM-DD`)
 * on which each can fall. Those of the lunar calendar move by a month.
 */
const festivals = [
  { name: '元旦', first: '01-01', last: '01-01' },
  { name: '春节', first: '01-21', last: '02-21' },
  { name: '清明节', first: '04-04', last: '04-06' },
  { name: '劳动节', first: '05-01', last: '05-01' },
  { name: '端午节', first: '05-25', last: '06-25' },
  { name: '中秋节', first: '09-07', last: '10-08' },
  { name: '国庆节', first: '10-01', last: '10-01' },
] as const;

/** 国办发明电〔2025〕7号, and the other kinds of documents in which days off were announced. */
const STATE_COUNCIL_NUMBER = /^国(?:办)?发(?:明电)?〔(\d{4})〕\d{1,4}号$/;
const STATE_COUNCIL_HOST = /^https?:\/\/(?:www\.)?gov\.cn\/\S/;

/** Mondays to Fridays made free; the notices had 17 to 19. */
const FREE_DAYS = { fewest: 11, most: 40 } as const;
/** Days off with the weekends between them; the longest was 10 days, in 2020. */
const MOST_IN_A_ROW = 16;
/** From a make-up day to the nearest day off of its holiday; the longest was 11 days, in 2026. */
const MOST_DAYS_APART = 14;

/** Published in the year before, or in the year itself when it was changed. */
const isOfYear = (number: string, year: number): boolean => {
  const named = Number(STATE_COUNCIL_NUMBER.exec(number)?.[1]);
  return named === year || named === year - 1;
};

const noticeProblems = ({ year, notices, assumed }: CalendarYear): readonly Found[] => {
  if (assumed)
    return notices.length > 0 ? [{ path: 'assumed', reason: 'assumed_with_notice' }] : [];
  const official = notices.filter(({ url }) => STATE_COUNCIL_HOST.test(url));
  if (official.length === 0) return [{ path: 'notices', reason: 'no_notice_of_the_state_council' }];
  return official.some(({ number }) => isOfYear(number, year))
    ? []
    : [{ path: 'notices', reason: 'no_number_of_the_state_council' }];
};

/** One holiday may stand for two festivals: 国庆节、中秋节. */
const festivalProblems = ({ year, holidays }: CalendarYear): readonly Found[] => {
  const missing = festivals.some(
    ({ name, first, last }) =>
      !holidays.some(
        (holiday) =>
          holiday.name.includes(name) &&
          holiday.off.some((day) => `${year}-${first}` <= day && day <= `${year}-${last}`),
      ),
  );
  return missing ? [{ path: 'holidays', reason: 'festival_missing' }] : [];
};

const isWeekend = (date: CivilDate): boolean => weekdayOf(date) > 5;

const countFree = (off: ReadonlySet<CivilDate>): number =>
  [...off].filter((date) => !isWeekend(date)).length;

/** Returns the number of days without work from a day off on; none is counted beyond the limit. */
const lengthOfRest = (
  first: CivilDate,
  off: ReadonlySet<CivilDate>,
  made: ReadonlySet<CivilDate>,
): number => {
  let days = 0;
  const isFree = (date: CivilDate) => off.has(date) || (isWeekend(date) && !made.has(date));
  for (let day = first; days <= MOST_IN_A_ROW && isFree(day); day = nextDate(day)) days += 1;
  return days;
};

const amountProblems = ({ year, holidays }: CalendarYear): readonly Found[] => {
  const off = new Set(holidays.flatMap((holiday) => holiday.off));
  const made = new Set(holidays.flatMap(({ makeup }) => makeup));
  const free = countFree(off);
  // Days after the year are a problem of their own.
  const firsts = [...off].filter((date) => yearOf(date) <= year);
  const longest = Math.max(0, ...firsts.map((first) => lengthOfRest(first, off, made)));
  const reasons: Implausible[] = [];
  if (free < FREE_DAYS.fewest) reasons.push('too_few_days_off');
  if (free > FREE_DAYS.most) reasons.push('too_many_days_off');
  if (longest > MOST_IN_A_ROW) reasons.push('too_many_days_off_in_a_row');
  return reasons.map((reason) => ({ path: 'holidays', reason }));
};

const makeupProblems = ({ holidays }: CalendarYear): readonly Found[] =>
  holidays.flatMap(({ off, makeup }, index) =>
    makeup.flatMap((date, at) =>
      off.some((day) => Math.abs(daysBetween(day, date)) <= MOST_DAYS_APART)
        ? []
        : [{ path: `holidays.${index}.makeup.${at}`, reason: 'makeup_out_of_reach' as const }],
    ),
  );

/** Returns everything that no notice of the State Council would say, by its path. */
export const listImplausible = (year: CalendarYear): readonly Found[] => [
  ...noticeProblems(year),
  ...festivalProblems(year),
  ...amountProblems(year),
  ...makeupProblems(year),
];
