import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createReconciliationDeps } from './deps.ts';
import { differences } from './difference.ts';
import { env } from './env.ts';
import { reconcile } from './reconcile.ts';

const deps = createReconciliationDeps(env('staff'));
const settle = differences(deps);
export const handler = httpRoutes<'reconciliation/staff'>({
  'POST /v1/reports/reconcile': reconcile(deps),
  'GET /v1/reports/differences': settle,
  'POST /v1/reports/differences/{id}/settle': settle,
});
