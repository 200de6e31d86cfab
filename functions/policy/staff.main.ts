import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { activatePolicy } from './activate.ts';
import { createPolicyDeps } from './deps.ts';
import { dryRunPolicy } from './dry-run.ts';
import { env } from './env.ts';
import { listPolicies } from './list.ts';
import { proposePolicy } from './propose.ts';
import { showPolicy } from './show.ts';

const config = env('staff');
const deps = createPolicyDeps(config);
export const handler = staffRoutes<'policy/staff'>(createStaffGate(config), {
  'GET /v1/policies': listPolicies(deps),
  'POST /v1/policies': proposePolicy(deps),
  'GET /v1/policies/{version}': showPolicy(deps),
  'POST /v1/policies/{version}/dry-run': dryRunPolicy(deps),
  'POST /v1/policies/{version}/activate': activatePolicy(deps),
});
