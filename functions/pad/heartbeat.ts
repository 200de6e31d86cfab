import { Heartbeat } from '../../events/pad/pad.ts';
import { highestOf, missingSequences } from '../../shared/domain/pad/pad.ts';
import { clockBehind } from '../../shared/domain/pad/press-time.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { momentOf } from '../../shared/domain/time/sent-moment.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { padOf } from '../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { changePad } from './change-pad.ts';

/**
 * `POST /v1/pads/me/heartbeat`: records that the pad is online; the answer lists what it should
 * send again, and the highest number received.
 */
export const recordHeartbeat =
  (deps: PadDeps): HttpHandler =>
  async (request) => {
    const { id } = await padOf(request, deps);
    const { waiting, version, clock, ...said } = readBody(request, Heartbeat);
    const health = { ...said, oldestAt: momentOf(said.oldestAt) };
    const at = deps.now();
    const pad = await changePad(deps.pads, id, (known) => ({
      ...known,
      lastSeenAt: at,
      waiting,
      software: version,
      health,
      clockBehindMs: clockBehind(clock, at) ?? known.clockBehindMs,
    }));
    const { received } = pad;
    const missing = missingSequences(received);
    return { status: 200, body: { at: withOffset(at), missing, highest: highestOf(received) } };
  };
