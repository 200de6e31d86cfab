import type { Policy } from '../../domain/policy/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';

export interface ProposedPolicy {
  readonly policy: Policy;
  readonly by: string;
  readonly at: Instant;
}

/** From `at` on new tickets open under `version`; numbers count from 1 without a gap. */
export interface Activation {
  readonly number: number;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
}

/** Policies that were proposed, and which of them was in force from when on. */
export interface PolicyStore {
  /** In the order of their versions. The policy that is shipped is not among them. */
  proposed(): Promise<readonly ProposedPolicy[]>;
  find(version: number): Promise<ProposedPolicy | undefined>;
  /** Stores a policy under its version, which nobody may have taken. */
  propose(next: ProposedPolicy): Promise<'saved' | 'conflict'>;
  /** Oldest first; empty while nothing but the shipped policy was ever in force. */
  activations(): Promise<readonly Activation[]>;
  /** Puts a version in force, when the activation's number is the next one. */
  activate(next: Activation): Promise<'saved' | 'conflict'>;
}
