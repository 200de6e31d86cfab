import type { PeriodKeyUse } from '../../domain/rating/proof/period-key.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Random keys that nothing can compute again once they are deleted. */
export interface PeriodKeys {
  /**
   * Returns the 32 bytes of the period that contains `at`. The first call of a period makes them;
   * concurrent and later calls return the same until they are deleted.
   */
  key(use: PeriodKeyUse, at: Instant): Promise<Uint8Array>;
}
