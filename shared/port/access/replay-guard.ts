import type { Instant } from '../../domain/time/instant.ts';

/** Stores signatures for as long as their time stamp would still be accepted. */
export interface ReplayGuard {
  /**
   * Returns true for the first caller with this mark, and false for every later one until `until`.
   */
  claim(mark: string, until: Instant): Promise<boolean>;
}
