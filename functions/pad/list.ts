import { HallCode } from '../../events/primitive.ts';
import { missingSequences } from '../../shared/domain/pad.ts';
import type { Pad } from '../../shared/domain/pad.ts';
import { areaOfHall } from '../../shared/domain/pad.ts';
import { withOffset } from '../../shared/domain/time.ts';
import { fitting } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { requireReach, staffWith } from '../../shared/http/staff.ts';
import type { PadAdminDoor } from './register.ts';

const view = (pad: Pad) => ({
  padId: pad.id,
  hall: pad.hall,
  window: pad.window,
  label: pad.label,
  state: pad.state,
  lastSeenAt: pad.lastSeenAt === undefined ? null : withOffset(pad.lastSeenAt),
  waiting: pad.waiting ?? null,
  highest: pad.received.at(-1)?.[1] ?? 0,
  missing: missingSequences(pad.received),
});

/** `GET /v1/pads?hall=`: the pads of one hall, or of the caller's area. */
export const listPads =
  (door: PadAdminDoor): HttpHandler =>
  async (request) => {
    const staff = staffWith(request, door.claimPrefix, [
      'hall_admin',
      'system_admin',
      'supervisor',
    ]);
    const asked = request.queryStringParameters?.['hall'];
    if (asked === undefined) {
      return { status: 200, body: { pads: (await door.pads.inArea(staff.area)).map(view) } };
    }
    const hall = fitting(HallCode, asked);
    requireReach(staff, areaOfHall(hall));
    return { status: 200, body: { pads: (await door.pads.inHall(hall)).map(view) } };
  };
