import { dayNumber, dayOf, lastDayOfMonth, weekdayOf } from './civil-time.ts';
import type { CivilDay } from './civil-time.ts';
import { DAY_OF_MONTH, DAY_OF_WEEK, readItem, readNumber } from './cron-field.ts';

export type DayTest = (day: CivilDay) => boolean;

const SUNDAY = 1;
const SATURDAY = 7;

const isWeekday = (day: CivilDay): boolean => ![SUNDAY, SATURDAY].includes(weekdayOf(day));

/** Returns the weekday nearest to `wanted`, always in the same month. */
const nearestWeekday = (month: CivilDay, wanted: number): number => {
  const middle = dayNumber({ ...month, day: wanted });
  const candidates = [0, -1, 1, -2, 2].map((away) => dayOf(middle + away));
  const found = candidates.find((day) => day.month === month.month && isWeekday(day));
  return found?.day ?? wanted;
};

const monthItem = (item: string): DayTest => {
  if (item === 'L') return (day) => day.day === lastDayOfMonth(day);
  if (item === 'LW') return (day) => day.day === nearestWeekday(day, lastDayOfMonth(day));
  if (item.endsWith('W')) {
    const wanted = readNumber(item.slice(0, -1), DAY_OF_MONTH);
    return (day) => wanted <= lastDayOfMonth(day) && day.day === nearestWeekday(day, wanted);
  }
  const days = new Set(readItem(item, DAY_OF_MONTH));
  return (day) => days.has(day.day);
};

const parseNthWeekday = (item: string): DayTest => {
  const [name = '', ordinal = ''] = item.split('#');
  const weekday = readNumber(name, DAY_OF_WEEK);
  if (!/^[1-5]$/.test(ordinal)) throw new RangeError(`${item} is not a week of a month`);
  return (day) => weekdayOf(day) === weekday && Math.ceil(day.day / 7) === Number(ordinal);
};

const weekItem = (item: string): DayTest => {
  if (item === 'L') return (day) => weekdayOf(day) === SATURDAY;
  if (item.includes('#')) return parseNthWeekday(item);
  if (item.endsWith('L')) {
    const weekday = readNumber(item.slice(0, -1), DAY_OF_WEEK);
    return (day) => weekdayOf(day) === weekday && day.day > lastDayOfMonth(day) - 7;
  }
  const weekdays = new Set(readItem(item, DAY_OF_WEEK));
  return (day) => weekdays.has(weekdayOf(day));
};

const matchAny =
  (tests: readonly DayTest[]): DayTest =>
  (day) =>
    tests.some((matches) => matches(day));

/**
 * Parses the two day fields of a cron expression, exactly one of which is `?`. Throws `RangeError`
 * whose message does not include the expression.
 */
export const readDayFields = (ofMonth: string, ofWeek: string): DayTest => {
  if ((ofMonth === '?') === (ofWeek === '?'))
    throw new RangeError('exactly one of day-of-month and day-of-week must be ?');
  return ofWeek === '?'
    ? matchAny(ofMonth.toUpperCase().split(',').map(monthItem))
    : matchAny(ofWeek.toUpperCase().split(',').map(weekItem));
};
