/**
 * 熔断: the circuit breaker. While the center does not answer, only an occasional probe is sent.
 */
import { addMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

export interface CenterHealth {
  /** Consecutive calls with an unknown outcome. */
  readonly failures: number;
  /**
   * Since when calls have failed, and the outcome of the latest one; absent while the center is
   * healthy.
   */
  readonly since?: Instant | undefined;
  readonly why?: string | undefined;
  /** Nothing is sent before this moment. */
  readonly openUntil?: Instant | undefined;
  readonly version: number;
}

export const wellSince: CenterHealth = { failures: 0, version: 0 };

/** More than one, because a single case that the center cannot process must not stop all others. */
const failuresToOpen = 3;

const minuteMs = 60_000;
const shortestMs = minuteMs;
const longestMs = 30 * minuteMs;

/**
 * Returns how long to wait after this many consecutive failures: up to 1, 2, 4 … 30 minutes, never
 * less than one. `chance` (0 to 1, passed in) is the jitter that spreads simultaneous failures.
 */
export const backOffMs = (failures: number, chance: number): number => {
  const full = Math.min(longestMs, shortestMs * 2 ** Math.min(failures, 10));
  return Math.max(shortestMs, Math.round(full * (0.5 + chance / 2)));
};

export const isOpen = ({ openUntil }: CenterHealth, at: Instant): boolean => at < (openUntil ?? at);

/** Returns whether the next call is a probe that finds out if the center is back. */
export const isProbe = ({ failures }: CenterHealth): boolean => failures >= failuresToOpen;

interface Failure {
  readonly at: Instant;
  /** As in the receipt: `no_answer`, `unauthorized` … */
  readonly why?: string | undefined;
  readonly chance: number;
}

export const afterFailure = (health: CenterHealth, { at, why, chance }: Failure): CenterHealth => {
  const failures = health.failures + 1;
  const wait = backOffMs(failures - failuresToOpen + 1, chance);
  return {
    failures,
    since: health.since ?? at,
    why,
    ...(failures >= failuresToOpen && { openUntil: addMs(at, wait) }),
    version: health.version + 1,
  };
};

/** Returns undefined when there is nothing to record, because the center was healthy already. */
export const afterRecovery = (health: CenterHealth): CenterHealth | undefined =>
  health.failures === 0 ? undefined : { failures: 0, version: health.version + 1 };
