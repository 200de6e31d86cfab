import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { offsetOrNull } from '../../../shared/domain/time/instant.ts';

/** What a pad said of its own queue, as staff see it. */
export const healthLine = ({ health = {} }: Pad) => ({
  storage: health.storage ?? null,
  faults: health.faults ?? null,
  oldestAt: offsetOrNull(health.oldestAt),
  persisted: health.persisted ?? null,
  page: health.page ?? null,
});
