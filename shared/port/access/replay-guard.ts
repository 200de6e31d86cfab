import type { Instant } from '../../domain/time/instant.ts';

/** Remembers signatures for as long as their time stamp would still be accepted. */
export interface ReplayGuard {
  /** True for the first caller with this mark, false for every later one until `until`. */
  first(mark: string, until: Instant): Promise<boolean>;
}
