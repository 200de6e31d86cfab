import type { Rung } from '../../domain/policy/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A rung that should have fired. */
export interface LateRung {
  readonly ticketId: string;
  readonly round: number;
  readonly rung: Rung;
  readonly firstSeenAt: Instant;
  /** Seen unfired by the next watch: neither the sweep nor the watch's own call made it fire. */
  readonly missedAt?: Instant | undefined;
}

export interface FoundRung {
  readonly ticketId: string;
  readonly round: number;
  readonly rung: Rung;
  readonly missed: boolean;
}

/** What one watch found. */
export interface WatchResult {
  readonly at: Instant;
  readonly openTickets: number;
  /** Rungs overdue by more than the grace when this watch came by. */
  readonly late: number;
  /** Of these, the ones that the watch before had already found. */
  readonly missed: number;
  /** Which, the first hundred. */
  readonly found: readonly FoundRung[];
  /** Rungs ever missed, since the beginning. */
  readonly missedEver: number;
  readonly pendingCalendar: number;
  /** The oldest entry of the due index that nobody has dealt with in time. */
  readonly oldestDueAt?: Instant | undefined;
}

export interface WatchStore {
  /** Notes the rung as late, once; answers the note as it stands. */
  sighted(late: LateRung): Promise<LateRung>;
  /** Notes it as missed, for good. */
  missed(late: LateRung, at: Instant): Promise<void>;
  missedEver(): Promise<number>;
  keep(result: WatchResult): Promise<void>;
  /** The newest first. */
  latest(limit: number): Promise<readonly WatchResult[]>;
}
