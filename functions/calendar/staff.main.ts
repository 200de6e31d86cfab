import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { createCalendarDeps } from './deps.ts';
import { dryRunYear } from './dry-run.ts';
import { env } from './env.ts';
import { loadYear } from './load.ts';
import { showYear } from './show.ts';

const config = env('staff');
const deps = createCalendarDeps(config);
export const handler = staffRoutes<'calendar/staff'>(createStaffGate(config), {
  'GET /v1/calendar/{year}': showYear(deps),
  'PUT /v1/calendar/{year}': loadYear(deps),
  'POST /v1/calendar/{year}/dry-run': dryRunYear(deps),
});
