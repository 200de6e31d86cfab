import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createReconciliationDeps } from './deps.ts';
import { manageDifferences } from './difference.ts';
import { env } from './env.ts';
import { requestReconciliation } from './reconcile.ts';

const deps = createReconciliationDeps(env('staff'));
const settle = manageDifferences(deps);
export const handler = httpRoutes<'reconciliation/staff'>({
  'POST /v1/reports/reconcile': requestReconciliation(deps),
  'GET /v1/reports/differences': settle,
  'POST /v1/reports/differences/{id}/settle': settle,
});
