import { isDeepStrictEqual } from 'node:util';

import * as z from 'zod/mini';

import { CalendarYearFacts } from '../../events/calendar/calendar.ts';
import type { CalendarLoaded } from '../../events/calendar/calendar.ts';
import { checkCalendarYear } from '../../shared/domain/calendar/year.ts';
import type { CalendarProblem, CalendarYear } from '../../shared/domain/calendar/year.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { fieldErrors, Problem } from '../../shared/http/problem/problem.ts';
import type { FieldError } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { LoadedYear } from '../../shared/port/calendar/store.ts';
import { recountAnswer, sourceOf } from './calendar-answer.ts';
import type { CalendarDeps } from './show.ts';
import { spreadRecount } from './spread.ts';
import type { SpreadDeps } from './spread.ts';
import { shippedYear, yearInPath } from './year-in-path.ts';

export type LoadYearDeps = CalendarDeps & SpreadDeps;

const fieldErrorOf = ({ path, reason }: CalendarProblem): FieldError => ({
  path: `/${path.replaceAll('.', '/')}`,
  problem: reason === 'malformed' ? 'wrong_format' : reason,
});

/** Validates the year and returns it. The problem names every error by its path. */
const checkedYear = (request: HttpRequest, year: number): CalendarYear => {
  const sent = readBody(request, z.record(z.string(), z.unknown()));
  const read = CalendarYearFacts.safeParse(sent, { reportInput: true });
  if (!read.success) throw new Problem('calendar_invalid', { errors: fieldErrors(read.error) });
  const checked = checkCalendarYear({ year, ...read.data });
  if (checked.ok) return checked.year;
  throw new Problem('calendar_invalid', { errors: checked.problems.map(fieldErrorOf) });
};

const saveYear = async (
  calendar: CalendarYear,
  before: LoadedYear | undefined,
  { deps, by }: { readonly deps: LoadYearDeps; readonly by: string },
): Promise<LoadedYear> => {
  const next = { calendar, version: (before?.version ?? 0) + 1, by, at: deps.now() };
  if ((await deps.calendars.load(next)) === 'conflict') throw new Problem('busy');
  return next;
};

/**
 * Starts or continues the recount of a loaded year. The recount is stored in the transaction that
 * stores the year, so a repeated call continues it.
 */
const continueRecount = async ({ calendar, version }: LoadedYear, deps: LoadYearDeps) => {
  const recount = await deps.calendars.recountOf(calendar.year, version);
  if (recount === undefined) throw new Error(`the recount of ${calendar.year} is missing`);
  return spreadRecount(recount, deps);
};

/**
 * `PUT /v1/calendar/{year}`: loads the State Council's notice for a year, or a correction of it.
 * Open tickets are recounted through the queue. The same content again changes nothing and
 * continues an interrupted recount.
 */
export const loadYear =
  (deps: LoadYearDeps): StaffHandler =>
  async (request, { id }) => {
    const year = yearInPath(request);
    const calendar = checkedYear(request, year);
    const before = await deps.calendars.loaded(year);
    const shipped = shippedYear(year);
    const changed = !isDeepStrictEqual(before?.calendar ?? shipped, calendar);
    const loaded = changed ? await saveYear(calendar, before, { deps, by: id }) : before;
    const recount = loaded && (await continueRecount(loaded, deps));
    const body: CalendarLoaded = {
      year,
      changed,
      ...sourceOf(loaded, shipped),
      recount: recountAnswer(recount),
    };
    return { status: 200, body };
  };
