import type { EpochMs } from '../../../clock.ts';

/** When a schedule fires. */
export interface Timetable {
  /** The first time strictly after that one; undefined when there is none any more. */
  next(after: EpochMs): EpochMs | undefined;
  /** The latest `limit` times in (after, until], in order. */
  latest(after: EpochMs, until: EpochMs, limit: number): readonly EpochMs[];
}

/** Fires once. */
export const onceAt = (at: EpochMs): Timetable => ({
  next: (after) => (at > after ? at : undefined),
  latest: (after, until) => (at > after && at <= until ? [at] : []),
});

/**
 * Fires at every multiple of the period since 1970, so that a restart neither shifts nor repeats
 * it. (On AWS the phase is the moment of creation, which is as arbitrary.)
 */
export const every = (periodMs: number): Timetable => ({
  next: (after) => (Math.floor(after / periodMs) + 1) * periodMs,
  latest: (after, until, limit) => {
    const last = Math.floor(until / periodMs);
    const count = Math.min(limit, Math.max(0, last - Math.floor(after / periodMs)));
    return Array.from({ length: count }, (_, index) => (last - count + 1 + index) * periodMs);
  },
});
