import type { PolicyList } from '../../events/policy/policy.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { PolicyStore } from '../../shared/port/policy/store.ts';
import { readHistory } from './history.ts';
import { summaryOf } from './policy-answer.ts';

export interface PolicyDeps {
  readonly policies: PolicyStore;
}

/** `GET /v1/policies`: lists every version, its proposer, and when it was active. */
export const listPolicies =
  (deps: PolicyDeps): StaffHandler =>
  async (request) => {
    const history = await readHistory(deps.policies);
    const body: PolicyList = {
      active: history.active,
      policies: history.known.map((one) => summaryOf(one, history, languageOf(request))),
    };
    return { status: 200, body };
  };
