import { languageOf } from '../../shared/http/edge.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { readHistory } from './history.ts';
import type { PolicyDeps } from './list.ts';
import { summaryOf } from './policy-answer.ts';
import { policyInPath } from './policy-in-path.ts';

/** `GET /v1/policies/{version}`: returns one version with all rules. */
export const showPolicy =
  (deps: PolicyDeps): StaffHandler =>
  async (request) => {
    const history = await readHistory(deps.policies);
    const known = policyInPath(request, history);
    const summary = summaryOf(known, history, languageOf(request));
    const { version: _version, ...policy } = known.policy;
    return { status: 200, body: { ...summary, policy } };
  };
