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
  | 'outside_festival'
  | 'too_many_special_days'
  | 'too_few_days_off'
  | 'too_many_days_off'
  | 'too_many_days_off_in_a_row'
  | 'makeup_out_of_reach'
  | 'too_many_makeup_days';

interface Found {
  readonly path: string;
  readonly reason: Implausible;
}

/**
 * 法定节日: the seven festivals of 《全国年节及纪念日放假办法》, the first and last day (`MM-DD`) on
 * which each can fall, and between which days its days off lie. Those of the lunar calendar move by
 * a month. The days off of 元旦 begin in the year before.
 */
const festivals = [
  { name: '元旦', first: '01-01', last: '01-01', from: '12-28', to: '01-05' },
  { name: '春节', first: '01-21', last: '02-21', from: '01-18', to: '02-28' },
  { name: '清明节', first: '04-04', last: '04-06', from: '04-01', to: '04-08' },
  { name: '劳动节', first: '05-01', last: '05-01', from: '04-27', to: '05-07' },
  { name: '端午节', first: '05-25', last: '06-25', from: '05-25', to: '07-02' },
  { name: '中秋节', first: '09-07', last: '10-08', from: '09-05', to: '10-10' },
  { name: '国庆节', first: '10-01', last: '10-01', from: '09-27', to: '10-09' },
] as const;
type Festival = (typeof festivals)[number];

/**
 * 国办发明电〔2025〕7号, and the other kinds of documents in which days off were announced. The form of
 * the number was checked before.
 */
const STATE_COUNCIL_NUMBER = /^国(?:办)?发(?:明电)?〔(\d{4})〕/;
const STATE_COUNCIL_HOST = /^https?:\/\/(?:www\.)?gov\.cn\/\S/;

/** Mondays to Fridays made free; the notices had 17 to 19. */
const FREE_DAYS = { fewest: 11, most: 25 } as const;
/** Days off with the weekends between them; the longest was 10 days, in 2020. */
const MOST_IN_A_ROW = 10;
/** Of the free days, those for something else than a festival: 抗战胜利日 had one, in 2015. */
const MOST_SPECIAL_DAYS = 3;
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

/** 元旦 may begin in the previous year (2018-12-29, 2022-12-31). No notice reached further back. */
const DAYS_BEFORE_YEAR = 7;

export const belongsTo = (date: CivilDate, year: number): boolean =>
  yearOf(date) === year ||
  (yearOf(date) === year - 1 && yearOf(nextDate(date, DAYS_BEFORE_YEAR)) === year);

const festivalsOf = (name: string): readonly Festival[] =>
  festivals.filter((festival) => name.includes(festival.name));

const isNear = (date: CivilDate, year: number, { from, to }: Festival): boolean => {
  const begins = from < to ? year : year - 1;
  return `${begins}-${from}` <= date && date <= `${year}-${to}`;
};

/**
 * Days off from Monday to Friday that lie away from every festival in the name of their holiday. Those
 * outside the year are a problem of their own.
 */
const strayProblems = ({ year, holidays }: CalendarYear): readonly Found[] =>
  holidays.flatMap(({ name, off }, index) => {
    const named = festivalsOf(name);
    if (named.length === 0) return [];
    return off.flatMap((date, at) =>
      isWeekend(date) ||
      !belongsTo(date, year) ||
      named.some((festival) => isNear(date, year, festival))
        ? []
        : [{ path: `holidays.${index}.off.${at}`, reason: 'outside_festival' as const }],
    );
  });

interface SpecialDays {
  readonly name: string;
  /** From Monday to Friday. */
  readonly off: readonly CivilDate[];
}

/**
 * Returns the days off of no statutory festival, which the State Council gives once. They are rare,
 * so a person is told of them.
 */
export const specialDaysIn = ({ holidays }: CalendarYear): readonly SpecialDays[] =>
  holidays
    .filter(({ name }) => festivalsOf(name).length === 0)
    .map(({ name, off }) => ({ name, off: off.filter((date) => !isWeekend(date)) }))
    .filter(({ off }) => off.length > 0);

const specialProblems = (year: CalendarYear): readonly Found[] =>
  specialDaysIn(year).flatMap(({ off }) => off).length > MOST_SPECIAL_DAYS
    ? [{ path: 'holidays', reason: 'too_many_special_days' }]
    : [];

const countFree = (off: ReadonlySet<CivilDate>): number =>
  [...off].filter((date) => !isWeekend(date)).length;

/** Returns the number of days without work from a day off on. */
const lengthOfRest = (
  first: CivilDate,
  off: ReadonlySet<CivilDate>,
  made: ReadonlySet<CivilDate>,
): number => {
  let days = 0;
  const isFree = (date: CivilDate) => off.has(date) || (isWeekend(date) && !made.has(date));
  for (let day = first; isFree(day); day = nextDate(day)) days += 1;
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
  holidays.flatMap(({ off, makeup }, index) => {
    const path = `holidays.${index}.makeup`;
    const apart = makeup.flatMap((date, at) =>
      off.some((day) => Math.abs(daysBetween(day, date)) <= MOST_DAYS_APART)
        ? []
        : [{ path: `${path}.${at}`, reason: 'makeup_out_of_reach' as const }],
    );
    // A made-up day is one that was moved.
    const tooMany = makeup.length > countFree(new Set(off));
    return [...apart, ...(tooMany ? [{ path, reason: 'too_many_makeup_days' as const }] : [])];
  });

/** Returns everything that no notice of the State Council would say, by its path. */
export const listImplausible = (year: CalendarYear): readonly Found[] => [
  ...noticeProblems(year),
  ...festivalProblems(year),
  ...strayProblems(year),
  ...specialProblems(year),
  ...amountProblems(year),
  ...makeupProblems(year),
];
