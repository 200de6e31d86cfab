import type { EpochMs } from '../../clock.ts';

/** The times at which a schedule fires. */
export interface Timetable {
  /** Returns the first time strictly after `after`; undefined when there is none. */
  next(after: EpochMs): EpochMs | undefined;
  /** Returns the latest `limit` times in (after, until], in order. */
  latest(after: EpochMs, until: EpochMs, limit: number): readonly EpochMs[];
  /**
   * Whether each run represents its own moment (`cron`, `at`), so that after a jump of the clock
   * every skipped run is due, or only a frequency (`rate`), so that the latest one is sufficient.
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
 * Fires at every multiple of the period since 1970, so a restart neither shifts nor repeats a run.
 * (On AWS the phase is the moment of creation, which is as arbitrary.)
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
