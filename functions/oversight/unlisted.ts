import * as z from 'zod/mini';

import { Area } from '../../events/primitive.ts';
import { countingArea } from '../../shared/domain/area/area.ts';
import { ratableNouns } from '../../shared/domain/oversight/register.ts';
import { offsetOrNull } from '../../shared/domain/time/instant.ts';
import { areaAskedBy } from '../../shared/http/known-area.ts';
import { listsWithin } from '../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { coveragePage } from './coverage-page.ts';
import { summarizeAll } from './coverage-summary.ts';
import type { SummaryDeps } from './coverage-summary.ts';
import { unlistedIn, unlistedView } from './coverage-view.ts';
import type { UnlistedLine } from './coverage-view.ts';
import { unlistedAreas } from './unlisted/areas.ts';
import { unlistedSetUp } from './unlisted/set-up.ts';
import type { SetUpDeps } from './unlisted/set-up.ts';
import { unlistedWindows } from './unlisted/windows.ts';

export interface UnlistedDeps extends SummaryDeps, SetUpDeps {
  readonly places: Pick<Places, 'now'>;
}

const Asked = z.object({ area: z.optional(Area), ...pageAsked });

const list = {
  name: 'unlisted',
  keyOf: ({ noun, code }: UnlistedLine): string => `${noun} ${code}`,
} as const;

/**
 * `GET /v1/coverage/unlisted?area=`: the departments, matters, halls and windows that no register of
 * their area lists, and the areas that the city does not list: of cases and ratings, of pads, webhooks and
 * keys, and of transferred tickets. Such a case is kept; an entry in the register, or a correction of
 * what names it, takes it off this list.
 */
export const listUnlisted =
  (deps: UnlistedDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const places = await deps.places.now();
    const area = countingArea(areaAskedBy(staff, asked.area, places));
    const within = listsWithin(area, places);
    const [all, windows, areas, until] = await Promise.all([
      summarizeAll(ratableNouns, within, deps),
      unlistedWindows(within, deps),
      unlistedAreas(area, places, deps),
      deps.figures.appliedUntil(),
    ]);
    const setUp = await unlistedSetUp(area, all, deps);
    const lines = [...unlistedIn(all), ...windows, ...areas, ...setUp];
    const { items, cursor } = await readPage(async () => coveragePage(list, lines, asked));
    const references = items.map(unlistedView);
    const countedUntil = offsetOrNull(until);
    return { status: 200, body: { area, countedUntil, references, cursor: cursor ?? null } };
  };
