import { addMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/** One press, by the number that its pad gave it. */
export interface ClaimKey {
  readonly padId: string;
  readonly sequence: number;
}

/** 领取: the first phone that showed the code of a press. It never goes to another one. */
export interface PadClaim extends ClaimKey {
  /** Keyed digest of the random reference of that phone. */
  readonly claimant: string;
  readonly at: Instant;
}

const openForMs = 24 * 60 * 60_000;

/**
 * Whether a phone may still be bound: until 24 hours after the press arrived. Before it has arrived
 * nobody knows when it was; a pad may be offline for days.
 */
export const isClaimOpen = (arrivedAt: Instant | undefined, at: Instant): boolean =>
  arrivedAt === undefined || at <= addMs(arrivedAt, openForMs);

/** How many unknown phones and wrong codes one pad takes in an hour. */
export const claimsAnHour = 100;
