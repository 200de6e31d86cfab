import { areas } from '../../shared/domain/area.table.ts';
import { missingSequences } from '../../shared/domain/pad.ts';
import type { Pad } from '../../shared/domain/pad.ts';
import { fromEpoch, toEpoch } from '../../shared/domain/time.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { PadStore } from '../../shared/port/pad-store.ts';

export interface WatchDoor {
  readonly now: Now;
  readonly pads: PadStore;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

/** Three missed heartbeats of a minute, and two minutes of grace for a slow line. */
const silentAfterMs = 5 * 60_000;

export const padCounts = (pads: readonly Pad[], at: Instant) => {
  const enrolled = pads.filter((pad) => pad.state === 'enrolled');
  const since = fromEpoch(toEpoch(at) - silentAfterMs);
  const gaps = enrolled.flatMap((pad) => missingSequences(pad.received));
  return {
    PadsEnrolled: enrolled.length,
    PadsSilent: enrolled.filter((pad) => (pad.lastSeenAt ?? '') < since).length,
    PadRatingsMissing: gaps.reduce((sum, [from, to]) => sum + to - from + 1, 0),
  };
};

/** Every five minutes: how many pads are silent, and how many ratings are known to be missing. */
export const watchPads = (door: WatchDoor) => async (): Promise<void> => {
  const byArea = await Promise.all(areas.map(({ code }) => door.pads.inArea(code)));
  door.publish(padCounts(byArea.flat(), door.now()));
};
