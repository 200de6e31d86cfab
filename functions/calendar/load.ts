import { isDeepStrictEqual } from 'node:util';

import type { CalendarLoaded } from '../../events/calendar/calendar.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import { isSameValue } from '../../shared/domain/text/canonical-json.ts';
import { Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { LoadedYear } from '../../shared/port/calendar/store.ts';
import { recountAnswer, sourceOf } from './calendar-answer.ts';
import type { CalendarDeps } from './show.ts';
import { spreadRecount } from './spread.ts';
import type { SpreadDeps } from './spread.ts';
import type { AssumedYearDeps } from './year-in-body.ts';
import { readYear } from './year-in-body.ts';
import { shippedYear } from './year-in-path.ts';

export type LoadYearDeps = CalendarDeps & SpreadDeps;

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
  (deps: LoadYearDeps & ProposeDeps & AssumedYearDeps): StaffHandler =>
  async (request, staff) => {
    const { year, calendar, before } = await readYear(request, deps);
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
