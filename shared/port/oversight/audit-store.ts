import type { MonthMark } from '../../domain/access/trim.ts';
import type { ActsBreak, AuditBreak } from '../../domain/oversight/audit-break.ts';
import type { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { Month } from '../../domain/time/month.ts';
import type { Page, Paging } from '../page.ts';

/** How far the verifier has come in the log of administrative acts. */
export interface ActProgress {
  /** The last act that was verified; it must be there at the next run. */
  readonly head?: { readonly number: number; readonly hash: string } | undefined;
  /** Where the next run verifies older acts again; it moves forward and starts over. */
  readonly next: number;
  /** The number of the newest act that marks how many were taken out. */
  readonly mark?: number | undefined;
  /** How far the log was at the first run of each month. */
  readonly months?: readonly MonthMark[] | undefined;
}

/** How far the verifier has come. */
export interface AuditProgress {
  readonly at: Instant;
  /** Every ticket with a step on an earlier day was verified after that day. */
  readonly changedSince: CivilDate;
  /** The month whose tickets the next run verifies again; it moves backwards and starts over. */
  readonly nextMonth: Month;
  /** Of the latest run. */
  readonly verified: number;
  /** Absent until the log of administrative acts was verified. */
  readonly acts?: ActProgress | undefined;
}

/** Stores 审计链异常 and the progress of the verifier. */
export interface AuditStore {
  find(ticketId: string): Promise<AuditBreak | undefined>;
  /**
   * Lists the breaks that are open, or settled, by ticket.
   *
   * @throws CursorRefused
   */
  listed(
    state: 'open' | 'settled',
    page: Omit<Paging<AuditBreak>, 'only'>,
  ): Promise<Page<AuditBreak>>;
  /** Saves against the previous version. */
  save(next: AuditBreak): Promise<'saved' | 'conflict'>;
  /** 管理操作日志异常; undefined until the log of acts was broken for the first time. */
  actsBreak(): Promise<ActsBreak | undefined>;
  /** Saves against the previous version. */
  saveActsBreak(next: ActsBreak): Promise<'saved' | 'conflict'>;
  /** Undefined before the first run. */
  progress(): Promise<AuditProgress | undefined>;
  keepProgress(next: AuditProgress): Promise<void>;
}
