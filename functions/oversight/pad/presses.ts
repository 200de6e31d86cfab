import * as z from 'zod/mini';

import { Area } from '../../../events/primitive.ts';
import { needsPerson, pressedAt } from '../../../shared/domain/pad/press.ts';
import type { Press } from '../../../shared/domain/pad/press.ts';
import { offsetOrNull, withOffset } from '../../../shared/domain/time/instant.ts';
import { areaAskedBy } from '../../../shared/http/known-area.ts';
import { listsWithin, overAreas } from '../../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../../shared/http/paging.ts';
import { readQuery } from '../../../shared/http/query.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import type { PressStore } from '../../../shared/port/pad/press-store.ts';
import { unratedFor } from '../../pad/press/unrated-for.ts';
import type { UnratedDeps } from '../../pad/press/unrated-for.ts';

export interface HeldPressesDeps extends UnratedDeps {
  readonly now: Now;
  readonly presses: Pick<PressStore, 'listed'>;
  readonly places: Pick<Places, 'now'>;
}

const pressLine = async (press: Press, deps: HeldPressesDeps) => {
  const { padId, sequence, hall, window } = press;
  const candidates = await unratedFor(press, deps);
  return {
    padId,
    sequence,
    hall,
    window,
    pressedAt: offsetOrNull(pressedAt(press)),
    arrivedAt: withOffset(press.arrivedAt),
    tryUntil: withOffset(press.tryUntil),
    needsPerson: needsPerson(press, deps.now()),
    candidates: candidates.map(({ projectNo, serviceNumber, at }) => ({
      projectNo,
      serviceNumber,
      servedAt: withOffset(at),
    })),
  };
};

const Asked = z.object({ area: z.optional(Area), ...pageAsked });

/**
 * `GET /v1/oversight/presses`: what was pressed without a token and has no contact yet, by when the
 * tries to bind it end.
 */
export const listPresses =
  (deps: HeldPressesDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const list = await deps.places.now();
    const lists = listsWithin(areaAskedBy(staff, asked.area, list), list);
    const { items, cursor } = await readPage(() =>
      overAreas(lists, asked, (one, page) => deps.presses.listed(one, page)),
    );
    const presses = await Promise.all(items.map((press) => pressLine(press, deps)));
    return { status: 200, body: { presses, cursor: cursor ?? null } };
  };
