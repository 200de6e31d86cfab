import { fromEpoch, toEpoch } from './instant.ts';
import type { Instant } from './instant.ts';

/** How far another system's clock may be ahead of the server's. */
const clockToleranceMs = 5 * 60_000;

/**
 * Returns whether a moment reported by another system is still in the future. A moment that was
 * accepted with this tolerance is later checked with the same tolerance, so a resident served "in
 * the future" may rate.
 */
export const isAhead = (at: Instant, now: Instant): boolean =>
  at > fromEpoch(toEpoch(now) + clockToleranceMs);
