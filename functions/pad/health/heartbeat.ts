import { Heartbeat } from '../../../events/pad/pad.ts';
import { healthNotices } from '../../../shared/domain/notice/pad-notice.ts';
import type { PadHealth } from '../../../shared/domain/pad/health.ts';
import { highestOf, missingSequences } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { clockBehind } from '../../../shared/domain/pad/press-time.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { momentOf } from '../../../shared/domain/time/sent-moment.ts';
import { readBody } from '../../../shared/http/body.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { padOf } from '../../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../../shared/http/pad/pad-call.ts';
import type { NoticeStore } from '../../../shared/port/notice/store.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { changePad } from '../change-pad.ts';

export interface HeartbeatDeps extends PadDeps {
  readonly rulebook: Pick<Rulebook, 'now'>;
  readonly notices: Pick<NoticeStore, 'save'>;
}

/** Announced before it is stored: a crash in between repeats the announcement, and loses none. */
const announce = async (
  pad: Pad,
  health: PadHealth,
  { notices, now, rulebook }: HeartbeatDeps,
): Promise<void> => {
  const { policy, calendar } = await rulebook.now();
  const rules = rulesUnder(policy, calendar);
  for (const notice of healthNotices(pad, health, { at: now(), rules })) {
    await notices.save(notice);
  }
};

/**
 * `POST /v1/pads/me/heartbeat`: records that the pad is online; the answer lists what it should
 * send again, and the highest number received.
 */
export const recordHeartbeat =
  (deps: HeartbeatDeps): HttpHandler =>
  async (request) => {
    const before = await padOf(request, deps);
    const { waiting, version, clock, ...said } = readBody(request, Heartbeat);
    const health = { ...said, oldestAt: momentOf(said.oldestAt) };
    const at = deps.now();
    await announce(before, health, deps);
    const pad = await changePad(deps.pads, before.id, (known) => ({
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
