import { defaultPolicy } from '../../shared/domain/policy/policy.ts';
import { pathParameter } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { PolicyStore } from '../../shared/port/policy/store.ts';
import { knownPolicy, shippedPolicy } from './policy-answer.ts';
import type { KnownPolicy } from './policy-answer.ts';

/** Returns a policy. Throws a problem when the version does not exist. */
export const knownVersion = async (
  version: number,
  policies: PolicyStore,
): Promise<KnownPolicy> => {
  if (version === defaultPolicy.version) return shippedPolicy;
  const found = version === 0 ? undefined : await policies.find(version);
  if (found === undefined) throw new Problem('policy_unknown');
  return knownPolicy(found);
};

/** Returns the policy in the path. Throws a problem when the version does not exist. */
export const policyInPath = async (
  request: HttpRequest,
  policies: PolicyStore,
): Promise<KnownPolicy> => {
  const text = pathParameter(request, 'version');
  return knownVersion(/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0, policies);
};
