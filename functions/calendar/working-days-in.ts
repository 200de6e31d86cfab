import type { CalendarYear } from '../../shared/domain/calendar/year.ts';
import { civilDate } from '../../shared/domain/time/instant.ts';
import { calendarOf, workingDaysBetween } from '../../shared/domain/time/working-days.ts';

/**
 * Returns the working days of a whole year. Uses all known years: next year's notice may move days
 * at the end of this one.
 */
export const workingDaysIn = (
  content: CalendarYear,
  known: readonly CalendarYear[],
): number | null => {
  const [before, last] = [content.year - 1, content.year].map((year) => civilDate(`${year}-12-31`));
  if (before === undefined || last === undefined) return null;
  const counted = workingDaysBetween(calendarOf([...known, content]), before, last);
  return counted.ok ? counted.days : null;
};
