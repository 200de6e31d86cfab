import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { handOverCase } from '../case/hand-over.ts';
import { takeUpRoutes } from '../pad/take-up/routes.ts';
import { listActs } from './acts.ts';
import { admitIntegrator } from './admit.ts';
import { confirmProposal, refuseProposal } from './approval/decide.ts';
import { createExecutors } from './approval/executors.ts';
import { showApprovals } from './approval/show.ts';
import { createAccessDeps } from './deps.ts';
import { env } from './env.ts';
import { createStaffGate } from './gate-deps.ts';
import { listIntegrators } from './list.ts';
import { revokeIntegrator } from './revoke.ts';

const config = env('staff');
const deps = createAccessDeps(config);
export const handler = staffRoutes<'access/staff'>(createStaffGate(config), {
  'POST /v1/integrators': admitIntegrator(deps),
  'GET /v1/integrators': listIntegrators(deps),
  'DELETE /v1/integrators/{accessKey}': revokeIntegrator(deps),
  'POST /v1/cases/{projectNo}/hand-over': handOverCase(deps),
  ...takeUpRoutes(deps),
  'GET /v1/acts': listActs(deps),
  'GET /v1/approvals': showApprovals(deps),
  'GET /v1/approvals/{id}': showApprovals(deps),
  'POST /v1/approvals/{id}/confirm': confirmProposal(deps, createExecutors(deps)),
  'POST /v1/approvals/{id}/refuse': refuseProposal(deps),
});
