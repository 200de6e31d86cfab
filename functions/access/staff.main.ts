import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { admitIntegrator } from './admit.ts';
import { createAccessDeps } from './deps.ts';
import { env } from './env.ts';
import { listIntegrators } from './list.ts';
import { revokeIntegrator } from './revoke.ts';

const config = env('staff');
const deps = createAccessDeps(config);
export const handler = staffRoutes<'access/staff'>(config.CLAIM_PREFIX, {
  'POST /v1/integrators': admitIntegrator(deps),
  'GET /v1/integrators': listIntegrators(deps),
  'DELETE /v1/integrators/{accessKey}': revokeIntegrator(deps),
});
