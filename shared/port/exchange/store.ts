import type { OutboxEntry, ReportRecord } from '../../domain/exchange/case-report.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/** What is stored about one case's exchange with the provincial center. */
export interface ReportFile {
  /** Every record that was attempted, or for which staff requested something. */
  readonly records: readonly ReportRecord[];
  /** Present only while something waits or is stuck. */
  readonly outbox?: OutboxEntry | undefined;
}

/** What one attempt or one request of staff changes; written all or nothing. */
export interface ReportChange {
  readonly record?: ReportRecord | undefined;
  /** `done` removes the case from the outbox. */
  readonly outbox?:
    | OutboxEntry
    | { readonly projectNo: string; readonly done: OutboxEntry }
    | undefined;
}

/** 上报台账: per record the center's answers, per case what still has to be sent. */
export interface ReportStore {
  file(projectNo: string): Promise<ReportFile>;
  /**
   * Saves record and outbox entry against their previous versions (version 1 must be new; a `done`
   * entry must exist as passed). `conflict` when another writer was faster: read and decide again.
   */
  save(change: ReportChange): Promise<'saved' | 'conflict'>;
  /**
   * Lists cases that wait, earliest attempt first, or that are stuck, longest first.
   *
   * @throws CursorRefused
   */
  listed(state: OutboxEntry['state'], page: Paging<OutboxEntry>): Promise<Page<OutboxEntry>>;
  /** Returns waiting cases whose next attempt is due at `until`, earliest first. */
  due(until: Instant, limit: number): Promise<readonly OutboxEntry[]>;
}
