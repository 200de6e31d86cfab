import * as z from 'zod/mini';

import { CalendarYearFacts } from '../../events/calendar/calendar.ts';
import { checkCalendarYear } from '../../shared/domain/calendar/check-year.ts';
import type { CalendarProblem } from '../../shared/domain/calendar/check-year.ts';
import type { CalendarYear } from '../../shared/domain/calendar/year.ts';
import type { Executor } from '../../shared/http/access/carry-out.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { fieldErrors, Problem } from '../../shared/http/problem/problem.ts';
import type { FieldError } from '../../shared/http/problem/problem.ts';
import type { CalendarStore, LoadedYear } from '../../shared/port/calendar/store.ts';
import { shippedYear, yearInPath } from './year-in-path.ts';

export interface AssumedYearDeps {
  readonly calendars: CalendarStore;
  /** Whether a year without a notice may be loaded: for trials on one machine only. */
  readonly allowAssumed: boolean;
}

export interface AskedYear {
  readonly year: number;
  readonly calendar: CalendarYear;
  /** What it would replace; absent while the year has no other than its shipped content. */
  readonly before: LoadedYear | undefined;
}

const fieldErrorOf = ({ path, reason }: CalendarProblem): FieldError => ({
  path: `/${path.replaceAll('.', '/')}`,
  problem: reason === 'malformed' ? 'wrong_format' : reason,
});

const plausibleYear = (asked: Parameters<typeof checkCalendarYear>[0]): CalendarYear => {
  const checked = checkCalendarYear(asked);
  if (checked.ok) return checked.year;
  throw new Problem('calendar_invalid', { errors: checked.problems.map(fieldErrorOf) });
};

/** The rules for a year may have become stricter since it was proposed. */
export const recheckYear: Executor<'calendar_year'>['recheck'] = async ({ calendar }) => {
  plausibleYear(calendar);
};

/** Validates the year and returns it. The problem names every error by its path. */
const checkedYear = (request: HttpRequest, year: number): CalendarYear => {
  const sent = readBody(request, z.record(z.string(), z.unknown()));
  const read = CalendarYearFacts.safeParse(sent, { reportInput: true });
  if (!read.success) throw new Problem('calendar_invalid', { errors: fieldErrors(read.error) });
  return plausibleYear({ year, ...read.data });
};

const refuseAssumed = (problem: FieldError['problem']): never => {
  throw new Problem('calendar_invalid', { errors: [{ path: '/assumed', problem }] });
};

/**
 * Returns the year in the path with the content in the body. An assumption is taken only where this
 * installation allows it, and never in place of a notice.
 */
export const readYear = async (
  request: HttpRequest,
  { calendars, allowAssumed }: AssumedYearDeps,
): Promise<AskedYear> => {
  const year = yearInPath(request);
  const calendar = checkedYear(request, year);
  const before = await calendars.loaded(year);
  if (calendar.assumed) {
    if (!allowAssumed) refuseAssumed('assumed_not_allowed');
    const current = before?.calendar ?? shippedYear(year);
    if (current !== undefined && !current.assumed) refuseAssumed('year_has_notice');
  }
  return { year, calendar, before };
};
