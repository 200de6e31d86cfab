import { factOutsideScope, memberBelowCity, scopeMembers } from '../../domain/access/scope.ts';
import type { IntegratorScope, ScopedCall, ScopedFact } from '../../domain/access/scope.ts';
import { Problem } from '../problem/problem.ts';

/** Throws a problem that names the member of the scope, and where the call is outside of it. */
export const refuseOutsideScope = (
  scope: IntegratorScope,
  call: ScopedCall,
  pathOf: (fact: ScopedFact) => string,
): void => {
  const outside = factOutsideScope(scope, call);
  if (outside === undefined) return;
  const errors = [{ path: pathOf(outside), problem: 'outside_scope_of_key' }] as const;
  throw new Problem('outside_scope_of_key', { fact: scopeMembers[outside], errors });
};

/** For calls that are of any case of the city; a key of old that is for less may make none. */
export const refuseBelowCity = (scope: IntegratorScope): void => {
  const fact = memberBelowCity(scope);
  if (fact !== undefined) throw new Problem('outside_scope_of_key', { fact });
};
