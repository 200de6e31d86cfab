import { fromEpoch, toEpoch } from './instant.ts';
import type { Instant } from './instant.ts';

/** How far ahead of ours another system's clock may run. */
const clockToleranceMs = 5 * 60_000;

/**
 * Whether a moment that another system reports still lies ahead of us. What was let in by this
 * measure is measured by it again: a resident who was served a moment "from now" may rate.
 */
export const isAhead = (at: Instant, now: Instant): boolean =>
  at > fromEpoch(toEpoch(now) + clockToleranceMs);
