import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { actOnTicket } from './act.ts';
import { createTicketDeps } from './deps.ts';
import { env } from './env.ts';
import { listTickets } from './list.ts';
import { showTicket } from './show.ts';

const config = env('staff');
const deps = createTicketDeps(config);
export const handler = staffRoutes<'ticket/staff'>(createStaffGate(config), {
  'GET /v1/tickets': listTickets(deps),
  'GET /v1/tickets/{id}': showTicket(deps),
  'POST /v1/tickets/{id}/actions': actOnTicket(deps),
});
