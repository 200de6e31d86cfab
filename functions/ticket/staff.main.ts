import { httpRoutes } from '../../shared/http/http-routes.ts';
import { actOnTicket } from './act.ts';
import { createTicketDeps } from './deps.ts';
import { env } from './env.ts';
import { listTickets } from './list.ts';
import { showTicket } from './show.ts';

const deps = createTicketDeps(env('staff'));
export const handler = httpRoutes<'ticket/staff'>({
  'GET /v1/tickets': listTickets(deps),
  'GET /v1/tickets/{id}': showTicket(deps),
  'POST /v1/tickets/{id}/actions': actOnTicket(deps),
});
