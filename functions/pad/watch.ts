import { countOf, isSilent, missingSequences } from '../../shared/domain/pad/pad.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';

export interface WatchDeps {
  readonly now: Now;
  readonly pads: PadStore;
  readonly places: Pick<Places, 'now'>;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

const padCounts = (pads: readonly Pad[], at: Instant) => {
  const enrolled = pads.filter((pad) => pad.state === 'enrolled');
  return {
    PadsEnrolled: enrolled.length,
    PadsSilent: enrolled.filter((pad) => isSilent(pad, at)).length,
    PadRatingsMissing: countOf(enrolled.flatMap((pad) => missingSequences(pad.received))),
  };
};

/** Runs every five minutes: counts silent pads and ratings that are known to be missing. */
export const watchPads = (deps: WatchDeps) => async (): Promise<void> => {
  const places = await deps.places.now();
  const byArea = await Promise.all(places.map(({ code }) => deps.pads.inArea(code)));
  deps.publish(padCounts(byArea.flat(), deps.now()));
};
