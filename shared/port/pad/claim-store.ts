import type { ClaimKey, PadClaim } from '../../domain/pad/claim.ts';

/** Stores which phone claimed the receipt of a press. */
export interface ClaimStore {
  /**
   * Binds the phone, when none is bound yet; returns the claim that holds. Of any number of
   * concurrent callers exactly one is bound, for good.
   */
  bind(claim: PadClaim): Promise<PadClaim>;
  find(key: ClaimKey): Promise<PadClaim | undefined>;
}
