import { pathParameter } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { KnownPolicy, PolicyHistory } from './history.ts';

/** Returns a policy. Throws a problem when the version does not exist. */
export const knownVersion = (version: number, { known }: PolicyHistory): KnownPolicy => {
  const found = known.find(({ policy }) => policy.version === version);
  if (found === undefined) throw new Problem('policy_unknown');
  return found;
};

/** Returns the policy in the path. Throws a problem when the version does not exist. */
export const policyInPath = (request: HttpRequest, history: PolicyHistory): KnownPolicy => {
  const text = pathParameter(request, 'version');
  return knownVersion(/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0, history);
};
