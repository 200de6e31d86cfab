import type { Signed } from '../../domain/access/signed.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';

export interface ProposedPolicy {
  readonly policy: Policy;
  readonly by: string;
  readonly at: Instant;
}

/** From `at` on new tickets open under `version`; numbers start at 1, without gaps. */
export interface Activation extends Signed {
  readonly number: number;
  readonly version: number;
}

/** Stores the proposed policies, and which of them was in force since when. */
export interface PolicyStore {
  /** Returns them in the order of their versions. The shipped ones are not among them. */
  proposed(): Promise<readonly ProposedPolicy[]>;
  /** Stores a policy under its version, which must not exist yet. */
  propose(next: ProposedPolicy): Promise<'saved' | 'conflict'>;
  /** Returns the oldest first; empty while only shipped policies were ever in force. */
  activations(): Promise<readonly Activation[]>;
  /** Puts a version in force, when the activation's number is the next one. */
  activate(next: Activation): Promise<'saved' | 'conflict'>;
}
