import type { EntryRequest } from '../../../events/rating/rating.ts';
import { countingArea } from '../../../shared/domain/area/area.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import type { EntryStore } from '../../../shared/port/rating/entry-store.ts';
import { entryIdOf } from './record.ts';

interface RecordDeps {
  readonly keys: KeyRing;
  readonly entries: Pick<EntryStore, 'find'>;
  readonly places: Pick<Places, 'now'>;
}

/**
 * A recording that two persons compared stands for no second rating in another area. One that waits
 * takes it from nobody: its second person finds out that it is not what the recording says.
 */
export const requireRecordFree = async (
  asked: Pick<EntryRequest, 'channel' | 'record'>,
  area: string,
  { keys, entries, places }: RecordDeps,
): Promise<void> => {
  if (asked.channel !== 'hotline') return;
  const others = (await places.now()).filter(({ code }) => code !== countingArea(area));
  const found = await Promise.all(
    others.map(async ({ code }) => entries.find(await entryIdOf(keys, asked, code))),
  );
  const isTaken = found.some((entry) => entry?.state === 'agreed' || entry?.state === 'confirmed');
  if (isTaken) throw new Problem('record_taken');
};
