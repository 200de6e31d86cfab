import * as z from 'zod/mini';

import { Area, HallCode } from '../../../events/primitive.ts';
import { mapConcurrent } from '../../../shared/concurrency.ts';
import { areaOfHall } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import { languageOf } from '../../../shared/http/edge.ts';
import type { Answer, HttpRequest } from '../../../shared/http/edge.ts';
import { readWithin } from '../../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../../shared/http/paging.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readQuery } from '../../../shared/http/query.ts';
import { requireKnown, requireReach } from '../../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../../shared/http/staff.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';
import type { Page } from '../../../shared/port/page.ts';
import { padLine, refusalLine } from './pad-line.ts';
import { storedUnderNumber } from './same-number.ts';
import type { SameNumberDeps } from './same-number.ts';

export interface OverseenPadsDeps extends SameNumberDeps {
  readonly now: Now;
  readonly pads: Pick<PadStore, 'find' | 'listed' | 'numberOf' | 'refusedOf'>;
  readonly places: Pick<Places, 'now'>;
}

const Asked = z.object({ hall: z.optional(HallCode), area: z.optional(Area), ...pageAsked });
type Asked = z.infer<typeof Asked>;

const pageFor = async (
  asked: Asked,
  staff: Staff,
  { pads, places }: OverseenPadsDeps,
): Promise<Page<Pad>> => {
  if (asked.hall !== undefined) {
    const { hall } = asked;
    requireReach(staff, areaOfHall(hall));
    return readPage(() => pads.listed({ hall }, asked));
  }
  return readWithin(asked, { staff, places }, (area, page) => pads.listed({ area }, page));
};

const listPads = async (
  request: HttpRequest,
  staff: Staff,
  deps: OverseenPadsDeps,
): Promise<Answer> => {
  const asked = readQuery(Asked, request);
  const at = deps.now();
  const { items, cursor } = await pageFor(asked, staff, deps);
  const pads = await Promise.all(
    items.map(async (pad) => padLine(pad, await deps.pads.refusedOf(pad.id), at)),
  );
  return { status: 200, body: { at: withOffset(at), pads, cursor: cursor ?? null } };
};

/** How many numbers are looked up at once. */
const readAtOnce = 5;

const showPad = async (
  request: HttpRequest,
  staff: Staff,
  deps: OverseenPadsDeps,
): Promise<Answer> => {
  const pad = await deps.pads.find(pathParameter(request, 'padId'));
  if (pad === undefined) throw new Problem('pad_unknown');
  requireKnown(staff, areaOfHall(pad.hall), 'pad_unknown');
  const [at, refused] = [deps.now(), await deps.pads.refusedOf(pad.id)];
  const language = languageOf(request);
  const refusals = await mapConcurrent(refused, readAtOnce, async (mark) => ({
    ...refusalLine(mark, language),
    sameNumber: await storedUnderNumber(mark, pad, deps),
  }));
  const body = { at: withOffset(at), ...padLine(pad, refused, at), refusals };
  return { status: 200, body };
};

/**
 * `GET /v1/oversight/pads`: returns for each pad how long it has been silent, which sequence
 * numbers are missing, and how many ratings were refused. `GET /v1/oversight/pads/{padId}` lists
 * the refused ratings by mark and reason, with what may be shown of them. The residents' texts stay
 * encrypted.
 */
export const overseePads =
  (deps: OverseenPadsDeps): StaffHandler =>
  async (request, staff) => {
    return request.routeKey.endsWith('{padId}')
      ? showPad(request, staff, deps)
      : listPads(request, staff, deps);
  };
