import type { PolicySummary } from '../../events/policy/policy.ts';
import { defaultPolicy } from '../../shared/domain/policy/policy.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Activation, ProposedPolicy } from '../../shared/port/policy/store.ts';

/** A policy and its proposer; the shipped policy has none. */
export interface KnownPolicy {
  readonly policy: Policy;
  readonly proposed?: Omit<ProposedPolicy, 'policy'> | undefined;
}

export const shippedPolicy: KnownPolicy = { policy: defaultPolicy };

export const knownPolicy = ({ policy, by, at }: ProposedPolicy): KnownPolicy => ({
  policy,
  proposed: { by, at },
});

/** Returns the version for new tickets. */
export const activeVersion = (activations: readonly Activation[]): number =>
  activations.at(-1)?.version ?? defaultPolicy.version;

/**
 * Returns the source text: it says whether the policy is a default of the product, or what its
 * proposer states.
 */
export const sourceText = ({ source }: Policy, language: Language) => ({
  official: source.official,
  text: source[language],
  ...(source.document && { document: source.document }),
});

const stateOf = (version: number, activations: readonly Activation[]): PolicySummary['state'] => {
  if (activeVersion(activations) === version) return 'active';
  const wasActive = activations.some((one) => one.version === version);
  return wasActive || version === defaultPolicy.version ? 'replaced' : 'proposed';
};

export const summaryOf = (
  { policy, proposed }: KnownPolicy,
  activations: readonly Activation[],
  language: Language,
): PolicySummary => ({
  version: policy.version,
  state: stateOf(policy.version, activations),
  shipped: proposed === undefined,
  source: sourceText(policy, language),
  ...(proposed && { proposedBy: proposed.by, proposedAt: withOffset(proposed.at) }),
  activations: activations
    .filter(({ version }) => version === policy.version)
    .map(({ version, by, confirmedBy, at }) => ({ version, by, confirmedBy, at: withOffset(at) })),
});
