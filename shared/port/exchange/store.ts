import type { OutboxEntry, ReportRecord } from '../../domain/exchange/case-report.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/** What is on file about one case's exchange with the provincial center. */
export interface ReportFile {
  /** Every record that an attempt was made with, or that staff asked something of. */
  readonly records: readonly ReportRecord[];
  /** Only while something waits or is stuck. */
  readonly outbox?: OutboxEntry | undefined;
}

/** What one attempt or one request of staff changes; all of it or nothing is written. */
export interface ReportChange {
  readonly record?: ReportRecord | undefined;
  /** `done` takes the case out of the outbox. */
  readonly outbox?:
    | OutboxEntry
    | { readonly projectNo: string; readonly done: OutboxEntry }
    | undefined;
}

/** 上报台账: per record what the center said of it, per case what still has to go out. */
export interface ReportStore {
  file(projectNo: string): Promise<ReportFile>;
  /**
   * Saves record and outbox entry against the versions before them (version 1 must be new; a `done`
   * entry must be there as given). `conflict` when another writer was faster: read and decide again.
   */
  save(change: ReportChange): Promise<'saved' | 'conflict'>;
  /**
   * Cases that wait, the earliest attempt first, or are stuck, the longest first.
   * @throws CursorRefused
   */
  listed(state: OutboxEntry['state'], page: Paging<OutboxEntry>): Promise<Page<OutboxEntry>>;
  /** Waiting cases whose next attempt is due at `until`, the earliest first. */
  due(until: Instant, limit: number): Promise<readonly OutboxEntry[]>;
}
