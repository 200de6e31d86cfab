import type { KeptEdition, PeriodEdition } from '../../domain/period/edition.ts';
import type { Month } from '../../domain/time/month.ts';

/** 周期报告: the editions of each month, and the bytes of each exactly as they were built. */
export interface PeriodStore {
  /** The newest edition of a month, or that one, with its text to the byte. */
  find(period: Month, edition?: number): Promise<KeptEdition | undefined>;
  /** Every edition of every month, in their order; without the texts. */
  editions(): Promise<readonly PeriodEdition[]>;
  /**
   * Saves an edition against the version before it, together with its text where it was built anew:
   * all or nothing. A text is written once and never changes; an edition that was built before keeps
   * the one whose digest it has. `conflict` when another writer was faster: read and decide again.
   */
  save(next: PeriodEdition, text?: string): Promise<'saved' | 'conflict'>;
}
