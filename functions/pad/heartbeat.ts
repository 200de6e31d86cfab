import { Heartbeat } from '../../events/pad/pad.ts';
import { missingSequences } from '../../shared/domain/pad/pad.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { padOf } from '../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { changePad } from './change-pad.ts';

/**
 * `POST /v1/pads/me/heartbeat`: records that the pad is online; the answer lists what it should
 * send again.
 */
export const recordHeartbeat =
  (deps: PadDeps): HttpHandler =>
  async (request) => {
    const { id } = await padOf(request, deps);
    const { waiting, version } = readBody(request, Heartbeat);
    const at = deps.now();
    const pad = await changePad(deps.pads, id, (known) => ({
      ...known,
      lastSeenAt: at,
      waiting,
      software: version,
    }));
    const body = { at: withOffset(at), missing: missingSequences(pad.received) };
    return { status: 200, body };
  };
