import type { Policy } from '../../shared/domain/policy/policy.ts';
import { shippedPolicies, startingPolicy } from '../../shared/domain/policy/shipped.ts';
import type { Activation, PolicyStore, ProposedPolicy } from '../../shared/port/policy/store.ts';

/** A policy and its proposer; a shipped policy has none. */
export interface KnownPolicy {
  readonly policy: Policy;
  readonly proposed?: Omit<ProposedPolicy, 'policy'> | undefined;
}

/** Every version, oldest first, and when each was active. */
export interface PolicyHistory {
  readonly known: readonly KnownPolicy[];
  readonly activations: readonly Activation[];
  /** The version for tickets that open now. */
  readonly active: number;
  /** The version that is active while two persons have activated none. */
  readonly starting: number;
}

const knownPolicy = ({ policy, by, at }: ProposedPolicy): KnownPolicy => ({
  policy,
  proposed: { by, at },
});

const knownPolicies = (proposed: readonly ProposedPolicy[]): readonly KnownPolicy[] => {
  const taken = new Set(proposed.map(({ policy }) => policy.version));
  const shipped = shippedPolicies.filter(({ version }) => !taken.has(version));
  return [...shipped.map((policy) => ({ policy })), ...proposed.map(knownPolicy)].toSorted(
    (one, other) => one.policy.version - other.policy.version,
  );
};

export const readHistory = async (policies: PolicyStore): Promise<PolicyHistory> => {
  const [proposed, activations] = await Promise.all([policies.proposed(), policies.activations()]);
  const known = knownPolicies(proposed);
  const starting = startingPolicy(known.map(({ policy }) => policy)).version;
  return { known, activations, active: activations.at(-1)?.version ?? starting, starting };
};
