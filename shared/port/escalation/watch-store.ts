import type { Rung } from '../../domain/policy/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A rung that should have fired. */
export interface LateRung {
  readonly ticketId: string;
  readonly round: number;
  readonly rung: Rung;
  readonly firstSeenAt: Instant;
  /** Still unfired at the next watch: neither the sweep nor the watch's own call made it fire. */
  readonly missedAt?: Instant | undefined;
}

export interface FoundRung {
  readonly ticketId: string;
  readonly round: number;
  readonly rung: Rung;
  readonly missed: boolean;
}

/** What one run of the watch found. */
export interface WatchResult {
  readonly at: Instant;
  readonly openTickets: number;
  /** Rungs overdue by more than the grace period at this run. */
  readonly late: number;
  /** Of these, the ones that the previous run had already found. */
  readonly missed: number;
  /** Which rungs, the first hundred. */
  readonly found: readonly FoundRung[];
  /** Rungs ever missed, since the beginning. */
  readonly missedEver: number;
  readonly pendingCalendar: number;
  /** The oldest entry of the due index that was not processed in time. */
  readonly oldestDueAt?: Instant | undefined;
}

export interface WatchStore {
  /** Records the rung as late, once. Returns the stored record. */
  recordLate(late: LateRung): Promise<LateRung>;
  /** Records it as missed, permanently. */
  markMissed(late: LateRung, at: Instant): Promise<void>;
  missedEver(): Promise<number>;
  keep(result: WatchResult): Promise<void>;
  /** Returns the newest results first. */
  latest(limit: number): Promise<readonly WatchResult[]>;
}
