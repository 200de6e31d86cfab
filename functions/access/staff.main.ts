import { httpRoutes } from '../../shared/http/http-routes.ts';
import { admitIntegrator } from './admit.ts';
import { createAccessDeps } from './deps.ts';
import { env } from './env.ts';
import { listIntegrators } from './list.ts';
import { revokeIntegrator } from './revoke.ts';

const deps = createAccessDeps(env('staff'));
export const handler = httpRoutes<'access/staff'>({
  'POST /v1/integrators': admitIntegrator(deps),
  'GET /v1/integrators': listIntegrators(deps),
  'DELETE /v1/integrators/{accessKey}': revokeIntegrator(deps),
});
