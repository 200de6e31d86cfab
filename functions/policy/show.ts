import { languageOf } from '../../shared/http/edge.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { PolicyDeps } from './list.ts';
import { summaryOf } from './policy-answer.ts';
import { policyInPath } from './policy-in-path.ts';

/** `GET /v1/policies/{version}`: returns one version with all rules. */
export const showPolicy =
  (deps: PolicyDeps): StaffHandler =>
  async (request) => {
    const known = await policyInPath(request, deps.policies);
    const summary = summaryOf(known, await deps.policies.activations(), languageOf(request));
    const { version: _version, ...policy } = known.policy;
    return { status: 200, body: { ...summary, policy } };
  };
