import * as z from 'zod/mini';

import { Area } from '../../../events/primitive.ts';
import {
  needsPerson,
  pressedAt,
  pressStates,
  stateOfPress,
} from '../../../shared/domain/pad/press.ts';
import type { Press } from '../../../shared/domain/pad/press.ts';
import { doubtsView } from '../../../shared/domain/rating/doubt.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { offsetOrNull, withOffset } from '../../../shared/domain/time/instant.ts';
import { languageOf } from '../../../shared/http/edge.ts';
import { readWithin } from '../../../shared/http/oversight/over-areas.ts';
import { pageAsked } from '../../../shared/http/paging.ts';
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

const pressLine = async (press: Press, language: Language, deps: HeldPressesDeps) => {
  const { padId, sequence, hall, window, settled } = press;
  const candidates = stateOfPress(press) === 'held' ? await unratedFor(press, deps) : [];
  return {
    padId,
    sequence,
    hall,
    window,
    pressedAt: offsetOrNull(pressedAt(press)),
    implausibleAt: offsetOrNull(press.claimImplausible && press.claimedAt),
    doubts: doubtsView(press.doubts, language),
    arrivedAt: withOffset(press.arrivedAt),
    tryUntil: withOffset(press.tryUntil),
    needsPerson: needsPerson(press, deps.now()),
    candidates: candidates.map(({ projectNo, serviceNumber, at }) => ({
      projectNo,
      serviceNumber,
      servedAt: withOffset(at),
    })),
    settled: settled === undefined ? null : { ...settled, at: withOffset(settled.at) },
  };
};

const Asked = z.object({
  area: z.optional(Area),
  state: z._default(z.enum(pressStates), 'held'),
  ...pageAsked,
});

/**
 * `GET /v1/oversight/presses`: what was pressed without a token and has no contact yet, by when the
 * tries to bind it end; or what two persons have settled.
 */
export const listPresses =
  (deps: HeldPressesDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const { state } = asked;
    const within = { staff, places: deps.places };
    const { items, cursor } = await readWithin(asked, within, (area, page) =>
      deps.presses.listed({ area, state }, page),
    );
    const language = languageOf(request);
    const presses = await Promise.all(items.map((press) => pressLine(press, language, deps)));
    return { status: 200, body: { presses, cursor: cursor ?? null } };
  };
