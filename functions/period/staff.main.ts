import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { buildPeriod } from './build.ts';
import { createPeriodDeps } from './deps.ts';
import { env } from './env.ts';
import { showPeriods } from './show.ts';
import { submitPeriod } from './submit.ts';

const config = env('staff');
const deps = createPeriodDeps(config);
const read = showPeriods(deps);
export const handler = staffRoutes<'period/staff'>(createStaffGate(config), {
  'GET /v1/reports': read,
  'GET /v1/reports/{period}': read,
  'POST /v1/reports/{period}/build': buildPeriod(deps),
  'POST /v1/reports/{period}/submit': submitPeriod(deps),
});
