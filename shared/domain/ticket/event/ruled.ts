/** What fired on a ticket, and what was ruled on it. */
import type { ReviewLevel, WaitingKind } from '../../escalation/waiting-kind.ts';
import type { Rung } from '../../policy/policy.ts';
import type { CivilDate, Instant } from '../../time/instant.ts';
import type { ClaimKind } from '../claim-kind.ts';

export interface FiredRung {
  readonly rung: Rung;
  readonly at: Instant;
  readonly round: 1 | 2;
  /** The returns of the round before it; absent for none. Each return begins another term. */
  readonly returns?: number | undefined;
}

/** A level that was told, of what waits since that moment. */
export interface RaisedReview {
  readonly of: WaitingKind;
  readonly since: Instant;
  readonly level: ReviewLevel;
  readonly at: Instant;
}

/** The latest decision of a second person. */
export interface Ruling {
  readonly kind: ClaimKind | 'closure';
  readonly granted: boolean;
  readonly by: string;
  readonly at: Instant;
}

/** 挂账: never counted as rectified; reviewed again on `reviewOn`. */
export interface Hardship {
  readonly reviewOn: CivilDate;
  readonly since: Instant;
  /** Who requested it; this person may never prolong it. */
  readonly askedBy: string;
  /** When the review date was announced; absent until then. */
  readonly remindedAt?: Instant | undefined;
}
