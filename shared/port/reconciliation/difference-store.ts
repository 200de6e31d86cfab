import type { Difference } from '../../domain/reconciliation/difference.ts';
import type { DayResult, DifferenceKind } from '../../domain/reconciliation/reconciliation.ts';
import type { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/** What the latest run for a day found. */
export interface Reconciliation {
  readonly day: CivilDate;
  readonly at: Instant;
  readonly state: DayResult;
  /** Why it was unreachable. */
  readonly why?: string | undefined;
  readonly ratings: { readonly ours: number; readonly theirs: number };
  readonly steps: { readonly ours: number; readonly theirs: number };
  /** How many of each kind were found. */
  readonly found: Readonly<Partial<Record<DifferenceKind, number>>>;
  /** Cases that were put back into the outbox; absent when there were none. */
  readonly calledAgain?: number | undefined;
}

/** Stores 差异工单 and the results of reconciliation. */
export interface DifferenceStore {
  find(id: string): Promise<Difference | undefined>;
  /** Returns the differences of a day in every state. */
  ofDay(day: CivilDate): Promise<readonly Difference[]>;
  /**
   * Lists the open differences, earliest day first.
   *
   * @throws CursorRefused
   */
  open(page: Omit<Paging<Difference>, 'only'>): Promise<Page<Difference>>;
  /** Saves against the previous version. */
  save(next: Difference): Promise<'saved' | 'conflict'>;
  /** Stores the result of a day, unless that of a later run is stored. */
  keep(result: Reconciliation): Promise<void>;
  /** Returns the results of the newest days first. */
  latest(limit: number): Promise<readonly Reconciliation[]>;
}
