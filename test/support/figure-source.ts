import { deltasOf } from '../../shared/domain/figures/contribution.ts';
import type { Source } from '../../shared/domain/figures/contribution.ts';
import { newSightings } from '../../shared/domain/figures/sighting.ts';
import { fromEpoch } from '../../shared/domain/time/instant.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';

let sequence = 0;

/** Counts items as if the change stream had delivered them one after the other. */
export const count = async (
  figures: Pick<FigureStore, 'apply'>,
  sources: readonly Source[],
  at = Date.parse('2026-11-20T09:30:00+08:00'),
): Promise<void> => {
  const changes = sources.map((source) => {
    sequence += 1;
    return {
      sequence: String(sequence),
      at: fromEpoch(at),
      deltas: deltasOf(undefined, source),
      members: newSightings(undefined, source),
    };
  });
  await figures.apply('shard-of-tests', changes);
};
