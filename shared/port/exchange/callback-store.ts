import type { Instant } from '../../domain/time/instant.ts';

/** What the provincial center sent under an id of its own. */
export interface CenterCall {
  readonly operation: 'evaluation.sync' | 'append.sync';
  /** 评价ID of the center. */
  readonly id: string;
  readonly projectNo: string;
  readonly serviceNumber: number;
  /**
   * Keyed digest of the relevant content. It distinguishes a repeat from another rating under the
   * same id.
   */
  readonly digest: string;
  readonly at: Instant;
}

/** Stores processed calls. A call is stored after its work, which is itself safe to repeat. */
export interface CenterCallStore {
  find(operation: CenterCall['operation'], id: string): Promise<CenterCall | undefined>;
  /** The first call with an id stays; storing it again changes nothing. */
  remember(call: CenterCall): Promise<void>;
}
