import type { Instant } from '../../domain/time/instant.ts';

/** Counts tries that must stay few: of one link, one receipt, one pad. */
export interface TryCounter {
  /**
   * Counts one more try of `of` in the hour of `at`, and returns how many there are. A write that is
   * repeated may count twice, and none is lost.
   */
  count(of: string, at: Instant): Promise<number>;
}
