/** 熔断: while the center is silent nothing is sent but a probe now and then. */
import { fromEpoch, toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

export interface CenterHealth {
  /** Calls in a row of which nothing is known. */
  readonly failures: number;
  /** Since when, and what came of the latest call; absent while all is well. */
  readonly since?: Instant | undefined;
  readonly why?: string | undefined;
  /** Nothing is sent before this. */
  readonly openUntil?: Instant | undefined;
  readonly version: number;
}

export const wellSince: CenterHealth = { failures: 0, version: 0 };

/** One case that the center cannot digest must not stop all the others. */
const failuresToOpen = 3;

const minuteMs = 60_000;
const shortestMs = minuteMs;
const longestMs = 30 * minuteMs;

/**
 * How long to wait after so many failures in a row: up to 1, 2, 4 … 30 minutes, never under one.
 * `chance` (0 to 1, given from outside) spreads out those that fail together.
 */
export const backOffMs = (failures: number, chance: number): number => {
  const full = Math.min(longestMs, shortestMs * 2 ** Math.min(failures, 10));
  return Math.max(shortestMs, Math.round(full * (0.5 + chance / 2)));
};

export const addMs = (at: Instant, ms: number): Instant => fromEpoch(toEpoch(at) + ms);

export const isOpen = ({ openUntil: closedUntil }: CenterHealth, at: Instant): boolean =>
  closedUntil !== undefined && at < closedUntil;

/** Whether the next call is to find out if the center is back. */
export const isProbe = ({ failures }: CenterHealth): boolean => failures >= failuresToOpen;

interface Failure {
  readonly at: Instant;
  /** As its receipt says: `no_answer`, `unauthorized` … */
  readonly why?: string | undefined;
  readonly chance: number;
}

export const noteFailure = (health: CenterHealth, { at, why, chance }: Failure): CenterHealth => {
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

/** Undefined when there is nothing to note: all was well already. */
export const noteRecovery = (health: CenterHealth): CenterHealth | undefined =>
  health.failures === 0 ? undefined : { failures: 0, version: health.version + 1 };
