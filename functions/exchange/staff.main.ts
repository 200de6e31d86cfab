import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { manageCenterAccess } from './access.ts';
import { createExchangeDeps } from './deps.ts';
import { env } from './env.ts';
import { keptRoutes } from './kept/routes.ts';
import { showOutbox } from './outbox.ts';
import { correctReport } from './resend.ts';

const config = env('staff');
const deps = createExchangeDeps(config);
const [outbox, resend, access] = [showOutbox(deps), correctReport(deps), manageCenterAccess(deps)];
export const handler = staffRoutes<'exchange/staff'>(createStaffGate(config), {
  'GET /v1/reports/outbox': outbox,
  'GET /v1/reports/outbox/{projectNo}': outbox,
  'POST /v1/reports/outbox/{projectNo}/resend': resend,
  'POST /v1/reports/outbox/{projectNo}/withdraw': resend,
  ...keptRoutes(deps),
  'GET /v1/center': access,
  'PUT /v1/center': access,
});
