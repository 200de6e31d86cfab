import type { Instant } from '../time/instant.ts';

/** Who proposed and who confirmed what came into being, and when it was confirmed. */
export interface Signed {
  /** Staff id of the person who proposed it. */
  readonly by: string;
  /** Staff id of the other person. */
  readonly confirmedBy: string;
  readonly at: Instant;
}

/** One person may take away at once what two persons gave. */
export interface Revocation {
  /** Staff id. */
  readonly by: string;
  readonly at: Instant;
}
