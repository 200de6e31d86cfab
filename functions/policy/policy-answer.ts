import type { PolicySummary } from '../../events/policy/policy.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { KnownPolicy, PolicyHistory } from './history.ts';

/**
 * Returns the source text: it says whether the policy is a default of the product, or what its
 * proposer states.
 */
export const sourceText = ({ source }: Policy, language: Language) => ({
  official: source.official,
  text: source[language],
  ...(source.document && { document: source.document }),
});

const stateOf = (
  { policy: { version }, proposed }: KnownPolicy,
  { active, activations }: PolicyHistory,
): PolicySummary['state'] => {
  if (active === version) return 'active';
  const wasActive = activations.some((one) => one.version === version);
  return wasActive || proposed === undefined ? 'replaced' : 'proposed';
};

export const summaryOf = (
  known: KnownPolicy,
  history: PolicyHistory,
  language: Language,
): PolicySummary => ({
  version: known.policy.version,
  state: stateOf(known, history),
  shipped: known.proposed === undefined,
  source: sourceText(known.policy, language),
  ...(known.proposed && {
    proposedBy: known.proposed.by,
    proposedAt: withOffset(known.proposed.at),
  }),
  activations: history.activations
    .filter(({ version }) => version === known.policy.version)
    .map(({ version, by, confirmedBy, at }) => ({ version, by, confirmedBy, at: withOffset(at) })),
});
