import * as z from 'zod/mini';

import { lightNames, nameOfLight } from '../../events/oversight/light-name.ts';
import type { LightName } from '../../events/oversight/light-name.ts';
import { Area } from '../../events/primitive.ts';
import { acceptedAt } from '../../shared/domain/case/case.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { lightOf, promiseOf } from '../../shared/domain/case/promise.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { areaAskedBy } from '../../shared/http/known-area.ts';
import { listsWithin, overAreas } from '../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { CaseStore, PromisedList } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { Page } from '../../shared/port/page.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { rulesInForce } from '../../shared/rules.ts';
import { promiseView } from '../case/promise-view.ts';
import { canView, overseenHead } from './overseen.ts';
import type { Viewer } from './overseen.ts';

export interface OverseenCasesDeps {
  readonly now: Now;
  readonly cases: Pick<CaseStore, 'promised'>;
  readonly rulebook: Rulebook;
  readonly places: Pick<Places, 'now'>;
}

const Asked = z.object({
  light: z._default(z.enum(lightNames), 'red'),
  area: z.optional(Area),
  ...pageAsked,
});
type Asked = z.infer<typeof Asked>;

const lightNow = (known: Case, { timetable, at }: Viewer): LightName | null => {
  const promise = promiseOf(known, timetable);
  return promise === undefined ? null : nameOfLight(lightOf(known, promise, at));
};

/** The list of the store that has the cases of a light. */
const lists: Readonly<Record<LightName, (area: string, at: Instant) => PromisedList>> = {
  red: (area, at) => ({ area, turnedBy: at }),
  yellow: (area, at) => ({ area, turnedBy: at }),
  suspended: (area) => ({ area, awaiting: 'resumption' }),
  pending: (area) => ({ area, awaiting: 'calendar' }),
};

const pageFor = async (asked: Asked, sight: Viewer, { cases, places }: OverseenCasesDeps) => {
  const isListed = (known: Case): boolean =>
    canView(sight, known) && lightNow(known, sight) === asked.light;
  const list = await places.now();
  return overAreas(
    listsWithin(areaAskedBy(sight.staff, asked.area, list), list),
    asked,
    (area, page): Promise<Page<Case>> =>
      cases.promised(lists[asked.light](area, sight.at), { ...page, only: isListed }),
  );
};

const toCaseLine = (known: Case, { timetable, at }: Viewer) => {
  const [accepted, promise] = [acceptedAt(known), promiseView(known, timetable, at)];
  if (accepted === undefined || promise === undefined) return [];
  return [
    {
      ...overseenHead(known),
      acceptedAt: withOffset(accepted),
      promise,
    },
  ];
};

/**
 * `GET /v1/oversight/cases?light=red|yellow|suspended|pending`: lists running cases whose promise is
 * missed, nearly used up, suspended, or waiting for a calendar. Lights are computed at the call by the newest
 * calendar.
 */
export const overseeCases =
  (deps: OverseenCasesDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    requireReach(staff, asked.area ?? staff.area);
    const { timetable } = await rulesInForce(deps.rulebook);
    const sight = { staff, at: deps.now(), timetable };
    const { items, cursor } = await readPage(() => pageFor(asked, sight, deps));
    const cases = items.flatMap((known) => toCaseLine(known, sight));
    return { status: 200, body: { cases, cursor: cursor ?? null } };
  };
