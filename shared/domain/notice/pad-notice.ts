import { countingArea } from '../area/area.ts';
import type { PadHealth } from '../pad/health.ts';
import { areaOfHall } from '../pad/pad.ts';
import type { Pad } from '../pad/pad.ts';
import type { Press } from '../pad/press.ts';
import type { Rules } from '../ticket/ticket.ts';
import { toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { sendingMoment } from './notice.ts';
import type { Box, PadNotice } from './notice.ts';

type Timing = Pick<Rules, 'timetable'>;

interface Announced {
  readonly type: PadNotice['type'];
  /** What makes it another notice than the last one of its type. */
  readonly mark: string;
  readonly at: Instant;
  readonly box: Box;
}

const noticeOf = (
  { id: padId, hall, window }: Pick<Pad, 'id' | 'hall' | 'window'>,
  { type, mark, at, box }: Announced,
  rules: Timing,
): PadNotice => ({
  id: `${padId}.${mark}.${type}.${box.kind}`,
  type,
  box,
  padId,
  hall,
  window,
  area: areaOfHall(hall),
  at,
  sendAt: sendingMoment(rules, at),
  state: 'waiting',
  version: 1,
});

const boxIn = (hall: string, kind: 'hall_administrator' | 'supervisor'): Box => ({
  kind,
  of: countingArea(areaOfHall(hall)),
});

/**
 * Returns the notice to the supervisor of the hall that somebody is dissatisfied at a window and has
 * no ticket yet. It says nothing of what was pressed; a repeat of the press is the same notice.
 */
export const unboundNotice = (press: Press, rules: Timing): PadNotice => {
  const { padId: id, sequence, hall, window, arrivedAt: at } = press;
  const box = boxIn(hall, 'supervisor');
  const mark = String(sequence);
  return noticeOf({ id, hall, window }, { type: 'press_unbound', mark, at, box }, rules);
};

const isBroken = (health: PadHealth | undefined): boolean => health?.storage === 'broken';

/** What became worse since the last heartbeat, each with what tells it from an earlier fault. */
const worseIn = (pad: Pad, health: PadHealth): readonly Pick<Announced, 'mark' | 'type'>[] => {
  const { faults = 0 } = health;
  const worse: Pick<Announced, 'mark' | 'type'>[] = [];
  if (isBroken(health) && !isBroken(pad.health)) {
    worse.push({ type: 'pad_broken', mark: String(toEpoch(pad.lastSeenAt ?? pad.at)) });
  }
  if (faults > (pad.health?.faults ?? 0)) {
    worse.push({ type: 'pad_rating_lost', mark: String(faults) });
  }
  return worse;
};

/**
 * Returns the notices of a heartbeat to those who keep and those who supervise the hall: once when the
 * storage of the pad breaks, and whenever it could not store more ratings than before. `pad` is as it
 * was before the heartbeat, so that a repeat makes the same notices.
 */
export const healthNotices = (
  pad: Pad,
  health: PadHealth,
  { at, rules }: { readonly at: Instant; readonly rules: Timing },
): readonly PadNotice[] => {
  const { hall } = pad;
  return worseIn(pad, health).flatMap((worse) =>
    (['hall_administrator', 'supervisor'] as const).map((kind) =>
      noticeOf(pad, { ...worse, at, box: boxIn(hall, kind) }, rules),
    ),
  );
};
