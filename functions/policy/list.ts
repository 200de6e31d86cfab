import type { PolicyList } from '../../events/policy/policy.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { PolicyStore } from '../../shared/port/policy/store.ts';
import { activeVersion, knownPolicy, shippedPolicy, summaryOf } from './policy-answer.ts';

export interface PolicyDeps {
  readonly policies: PolicyStore;
}

/** `GET /v1/policies`: lists every version, its proposer, and when it was active. */
export const listPolicies =
  (deps: PolicyDeps): StaffHandler =>
  async (request) => {
    const [proposed, activations] = await Promise.all([
      deps.policies.proposed(),
      deps.policies.activations(),
    ]);
    const known = [shippedPolicy, ...proposed.map(knownPolicy)];
    const body: PolicyList = {
      active: activeVersion(activations),
      policies: known.map((one) => summaryOf(one, activations, languageOf(request))),
    };
    return { status: 200, body };
  };
