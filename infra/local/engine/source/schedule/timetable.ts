import type { EpochMs } from '../../clock.ts';

/** When a schedule fires. */
export interface Timetable {
  /** The first time strictly after that one; undefined when there is none any more. */
  next(after: EpochMs): EpochMs | undefined;
  /** The latest `limit` times in (after, until], in order. */
  latest(after: EpochMs, until: EpochMs, limit: number): readonly EpochMs[];
  /**
   * Whether each run stands for its own moment (`cron`, `at`), so that a jump of the clock owes every
   * one it passed over, or just for "often enough" (`rate`), so that the latest one will do.
   */
  readonly everyRunCounts: boolean;
}

/** Fires once. */
export const onceAt = (at: EpochMs): Timetable => ({
  everyRunCounts: true,
  next: (after) => (at > after ? at : undefined),
  latest: (after, until) => (at > after && at <= until ? [at] : []),
});

/**
 * Fires at every multiple of the period since 1970, so that a restart neither shifts nor repeats
 * it. (On AWS the phase is the moment of creation, which is as arbitrary.)
 */
export const repeatEvery = (periodMs: number): Timetable => ({
  everyRunCounts: false,
  next: (after) => (Math.floor(after / periodMs) + 1) * periodMs,
  latest: (after, until, limit) => {
    const last = Math.floor(until / periodMs);
    const count = Math.min(limit, Math.max(0, last - Math.floor(after / periodMs)));
    return Array.from({ length: count }, (_, index) => (last - count + 1 + index) * periodMs);
  },
});
