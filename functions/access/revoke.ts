import { reachOfScope } from '../../shared/domain/access/scope.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { IntegratorListDeps } from './admit.ts';

/**
 * `DELETE /v1/integrators/{accessKey}`: revokes an access key; its signatures are refused from then
 * on. Idempotent.
 */
export const revokeIntegrator =
  (deps: IntegratorListDeps & { readonly now: Now }): StaffHandler =>
  async (request, staff) => {
    const accessKey = pathParameter(request, 'accessKey');
    const known = await deps.integrators.find(accessKey);
    if (known === undefined) throw new Problem('integrator_unknown');
    requireKnown(staff, reachOfScope(known.scope, cityCode), 'integrator_unknown');
    await deps.integrators.revoke(accessKey, { by: staff.id, at: deps.now() });
    return { status: 200, body: { accessKey, state: 'revoked' } };
  };
