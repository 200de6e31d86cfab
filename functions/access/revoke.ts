import { pathParameter } from '../../shared/http/body.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { IntegratorListDeps } from './admit.ts';

/**
 * `DELETE /v1/integrators/{accessKey}`: revokes an access key; its signatures are refused from then
 * on. Idempotent.
 */
export const revokeIntegrator =
  (deps: IntegratorListDeps): StaffHandler =>
  async (request) => {
    const accessKey = pathParameter(request, 'accessKey');
    if ((await deps.integrators.revoke(accessKey)) === 'unknown') {
      throw new Problem('integrator_unknown');
    }
    return { status: 200, body: { accessKey, state: 'revoked' } };
  };
