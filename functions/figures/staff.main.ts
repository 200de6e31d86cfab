import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { createFiguresDeps } from './deps.ts';
import { env } from './env.ts';
import { recountFigures } from './recount.ts';
import { showFigures } from './show.ts';

const config = env('staff');
const deps = createFiguresDeps(config);
export const handler = staffRoutes<'figures/staff'>(createStaffGate(config), {
  'GET /v1/figures': showFigures(deps),
  'GET /v1/figures/recount': recountFigures(deps),
});
