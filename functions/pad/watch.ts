import { mapConcurrent } from '../../shared/concurrency.ts';
import { countOf, isSilent, missingSequences } from '../../shared/domain/pad/pad.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import { needsPerson } from '../../shared/domain/pad/press.ts';
import type { Press } from '../../shared/domain/pad/press.ts';
import type { RefusedMark } from '../../shared/domain/pad/refused.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { PressStore } from '../../shared/port/pad/press-store.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import { everyItem } from '../../shared/port/page.ts';
import type { Paging } from '../../shared/port/page.ts';

export interface WatchDeps {
  readonly now: Now;
  readonly pads: Pick<PadStore, 'inArea' | 'openRefused'>;
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

/** Counts what is wanted of a list, as far as the exact number matters. */
const countIn = async <T>(items: AsyncIterable<T>, wanted: (item: T) => boolean) => {
  let count = 0;
  for await (const item of items) {
    if (wanted(item)) count += 1;
    if (count === mostCounted) break;
  }
  return count;
};

/** Returns how much of an area waits for a person: presses, and ratings that were refused. */
const openIn = async (area: string, { pads, presses, now }: WatchDeps) => {
  const at = now();
  const held = everyItem((page: Paging<Press>) => presses.listed({ area, state: 'held' }, page));
  const refused = everyItem((page: Paging<RefusedMark>) => pads.openRefused(area, page));
  return {
    presses: await countIn(held, (press) => needsPerson(press, at)),
    refused: await countIn(refused, () => true),
  };
};

/** How many areas are read at once. */
const readAtOnce = 5;

/**
 * Runs every five minutes: counts silent pads, ratings that are known to be missing, and what a
 * person has to take up or settle: presses without a contact, and ratings that were refused.
 */
export const watchPads = (deps: WatchDeps) => async (): Promise<void> => {
  const places = await deps.places.now();
  const byArea = await Promise.all(places.map(({ code }) => deps.pads.inArea(code)));
  const open = await mapConcurrent(places, readAtOnce, ({ code }) => openIn(code, deps));
  deps.publish({
    ...padCounts(byArea.flat(), deps.now()),
    PressesOpen: open.reduce((sum, { presses }) => sum + presses, 0),
    RefusedOpen: open.reduce((sum, { refused }) => sum + refused, 0),
  });
};
