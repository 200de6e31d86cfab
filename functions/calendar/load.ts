import { isDeepStrictEqual } from 'node:util';

import * as z from 'zod/mini';

import { CalendarYearFacts } from '../../events/calendar/calendar.ts';
import type { CalendarLoaded } from '../../events/calendar/calendar.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import { checkCalendarYear } from '../../shared/domain/calendar/year.ts';
import type { CalendarProblem, CalendarYear } from '../../shared/domain/calendar/year.ts';
import { isSameValue } from '../../shared/domain/text/canonical-json.ts';
import { Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
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

/** Stores the year, unless this very proposal has stored it before. */
const saveYear = async (next: LoadedYear, { calendars }: LoadYearDeps): Promise<void> => {
  if ((await calendars.load(next)) === 'saved') return;
  if (!isSameValue(await calendars.loaded(next.calendar.year), next)) throw new Superseded();
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

const loadedAnswer = async (
  year: number,
  loaded: LoadedYear | undefined,
  { changed, deps }: { readonly changed: boolean; readonly deps: LoadYearDeps },
): Promise<CalendarLoaded> => {
  const recount = loaded && (await continueRecount(loaded, deps));
  return {
    year,
    changed,
    ...sourceOf(loaded, shippedYear(year)),
    recount: recountAnswer(recount),
  };
};

/**
 * `PUT /v1/calendar/{year}`: proposes the State Council's notice for a year, or a correction of it.
 * The content that the year already has changes nothing and continues an interrupted recount.
 */
export const loadYear =
  (deps: LoadYearDeps & ProposeDeps): StaffHandler =>
  async (request, staff) => {
    const year = yearInPath(request);
    const calendar = checkedYear(request, year);
    const before = await deps.calendars.loaded(year);
    if (isDeepStrictEqual(before?.calendar ?? shippedYear(year), calendar)) {
      return { status: 200, body: await loadedAnswer(year, before, { changed: false, deps }) };
    }
    const proposal = { power: 'calendar_year', calendar, after: before?.version ?? 0 } as const;
    return answerProposed({ proposal, area: cityCode }, staff, deps);
  };

/** Stores the year; open tickets are recounted through the queue. */
export const carryOutYear =
  (deps: LoadYearDeps): CarryOut<'calendar_year'> =>
  async ({ calendar, after }, signed) => {
    const loaded = { calendar, version: after + 1, ...signed };
    await saveYear(loaded, deps);
    return loadedAnswer(calendar.year, loaded, { changed: true, deps });
  };
