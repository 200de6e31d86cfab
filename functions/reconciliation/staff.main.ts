import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { createReconciliationDeps } from './deps.ts';
import { manageDifferences } from './difference.ts';
import { env } from './env.ts';
import { requestReconciliation } from './reconcile.ts';

const config = env('staff');
const deps = createReconciliationDeps(config);
const settle = manageDifferences(deps);
export const handler = staffRoutes<'reconciliation/staff'>(createStaffGate(config), {
  'POST /v1/reports/reconcile': requestReconciliation(deps),
  'GET /v1/reports/differences': settle,
  'POST /v1/reports/differences/{id}/settle': settle,
});
