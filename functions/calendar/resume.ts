import { spreadRecount } from './spread.ts';
import type { SpreadDeps } from './spread.ts';

/**
 * Runs every five minutes: continues recounts that stopped because of a crash or their size, and
 * starts their second round. Usually there are none, and the run costs one small query.
 */
export const resumeRecounts = (deps: SpreadDeps) => async (): Promise<void> => {
  for (const recount of await deps.calendars.unfinished()) await spreadRecount(recount, deps);
};
