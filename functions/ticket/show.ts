import { pathParameter } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { ticketFile } from './file.ts';
import type { TicketFileDeps } from './file.ts';
import { knownTicket, requireView } from './visibility.ts';

/**
 * `GET /v1/tickets/{id}`: returns the complete ticket to its department and to overseers of the
 * area. The rater stays masked until an audited unmasking.
 */
export const showTicket =
  (deps: TicketFileDeps): StaffHandler =>
  async (request, staff) => {
    const ticket = await knownTicket(deps.tickets, pathParameter(request, 'id'));
    requireView(staff, ticket);
    const reader = { staff, at: deps.now(), language: languageOf(request) };
    return { status: 200, body: await ticketFile(ticket, reader, deps) };
  };
