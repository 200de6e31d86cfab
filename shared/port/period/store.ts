import type { KeptEdition, PeriodEdition } from '../../domain/period/edition.ts';
import type { Month } from '../../domain/time/month.ts';

/** 周期报告: the editions of each month, and the bytes of each exactly as they were built. */
export interface PeriodStore {
  /**
   * Returns the newest or the requested edition of a month, with its text unchanged to the byte.
   */
  find(period: Month, edition?: number): Promise<KeptEdition | undefined>;
  /** Returns every edition of every month, in order; without the texts. */
  editions(): Promise<readonly PeriodEdition[]>;
  /**
   * Saves an edition against its previous version, together with its text when it was newly built:
   * all or nothing. A text is written once and never changes; an existing edition keeps the text
   * with its digest. `conflict` when another writer was faster: read and decide again.
   */
  save(next: PeriodEdition, text?: string): Promise<'saved' | 'conflict'>;
}
