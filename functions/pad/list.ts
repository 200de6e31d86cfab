import * as z from 'zod/mini';

import { HallCode } from '../../events/primitive.ts';
import { areaOfHall, highestOf, missingSequences } from '../../shared/domain/pad/pad.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import { readWithin } from '../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import type { Page } from '../../shared/port/page.ts';
import { healthLine } from './health/health-line.ts';

export interface ListPadsDeps {
  readonly pads: Pick<PadStore, 'listed'>;
  readonly places: Pick<Places, 'now'>;
}

const suspensionsView = ({ suspensions = [] }: Pad) =>
  suspensions.map(({ from, until }) => ({
    revokedBy: from.by,
    revokedAt: withOffset(from.at),
    reinstatedBy: until.by,
    confirmedBy: until.confirmedBy,
    reinstatedAt: withOffset(until.at),
    reason: until.reason,
  }));

const toPadView = (pad: Pad) => ({
  padId: pad.id,
  hall: pad.hall,
  window: pad.window,
  label: pad.label,
  state: pad.state,
  issuer: pad.issuer ?? null,
  registeredBy: pad.by,
  confirmedBy: pad.confirmedBy,
  registeredAt: withOffset(pad.at),
  suspensions: suspensionsView(pad),
  ...(pad.revoked && { revokedBy: pad.revoked.by, revokedAt: withOffset(pad.revoked.at) }),
  lastSeenAt: offsetOrNull(pad.lastSeenAt),
  waiting: pad.waiting ?? null,
  ...healthLine(pad),
  highest: highestOf(pad.received),
  missing: missingSequences(pad.received),
});

const Asked = z.object({ hall: z.optional(HallCode), ...pageAsked });
type Asked = z.infer<typeof Asked>;

const pageFor = async (
  asked: Asked,
  staff: Staff,
  { pads, places }: ListPadsDeps,
): Promise<Page<Pad>> => {
  const { hall } = asked;
  if (hall === undefined) {
    return readWithin(asked, { staff, places }, (area, page) => pads.listed({ area }, page));
  }
  requireReach(staff, areaOfHall(hall));
  return readPage(() => pads.listed({ hall }, asked));
};

/** `GET /v1/pads?hall=`: lists the pads of one hall, or of the caller's area. */
export const listPads =
  (deps: ListPadsDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const { items, cursor } = await pageFor(asked, staff, deps);
    return { status: 200, body: { pads: items.map(toPadView), cursor: cursor ?? null } };
  };
