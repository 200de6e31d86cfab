import { mapConcurrent } from '../../shared/concurrency.ts';
import { countOf, isSilent, missingSequences } from '../../shared/domain/pad/pad.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import { needsPerson } from '../../shared/domain/pad/press.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { PressStore } from '../../shared/port/pad/press-store.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import { everyItem } from '../../shared/port/page.ts';

export interface WatchDeps {
  readonly now: Now;
  readonly pads: PadStore;
  readonly presses: Pick<PressStore, 'listed'>;
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

/** The count of an area stops here: above a hundred the exact number does not matter. */
const mostCounted = 100;

/** Returns how many presses of an area wait for a person. */
const pressesOpen = async (area: string, { presses, now }: WatchDeps): Promise<number> => {
  const at = now();
  let count = 0;
  const of = { area, state: 'held' } as const;
  for await (const press of everyItem((page) => presses.listed(of, page))) {
    if (needsPerson(press, at)) count += 1;
    if (count === mostCounted) break;
  }
  return count;
};

/** How many areas are read at once. */
const readAtOnce = 5;

/**
 * Runs every five minutes: counts silent pads, ratings that are known to be missing, and presses
 * without a contact that a person has to settle.
 */
export const watchPads = (deps: WatchDeps) => async (): Promise<void> => {
  const places = await deps.places.now();
  const byArea = await Promise.all(places.map(({ code }) => deps.pads.inArea(code)));
  const open = await mapConcurrent(places, readAtOnce, ({ code }) => pressesOpen(code, deps));
  const PressesOpen = open.reduce((sum, count) => sum + count, 0);
  deps.publish({ ...padCounts(byArea.flat(), deps.now()), PressesOpen });
};
