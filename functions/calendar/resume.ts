import { spreadRecount } from './spread.ts';
import type { SpreadDeps } from './spread.ts';

/**
 * Every five minutes: goes on with recounts that a crash or their size cut off, and begins their
 * second round. Mostly there are none, and it is one small query.
 */
export const resumeRecounts = (deps: SpreadDeps) => async (): Promise<void> => {
  for (const recount of await deps.calendars.unfinished()) await spreadRecount(recount, deps);
};
