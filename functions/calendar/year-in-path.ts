import { CalendarYear } from '../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../shared/domain/calendar/years.table.ts';
import { pathParameter } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';

/** Returns the year in the path. Throws a problem when it is not a valid year. */
export const yearInPath = (request: HttpRequest): number => {
  const text = pathParameter(request, 'year');
  const read = CalendarYear.shape.year.safeParse(/^\d{4}$/.test(text) ? Number(text) : undefined);
  if (!read.success) throw new Problem('year_unknown');
  return read.data;
};

export const shippedYear = (year: number): CalendarYear | undefined =>
  officialCalendarYears.find((known) => known.year === year);
