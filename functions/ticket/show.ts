import { pathParameter } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { staffOf } from '../../shared/http/staff.ts';
import type { RatingDoor } from '../rating/receive-rating.ts';
import { ticketFile } from './file.ts';
import { knownTicket, requireSight } from './sight.ts';

export interface TicketFileDoor extends RatingDoor {
  readonly claimPrefix: string;
}

/**
 * `GET /v1/tickets/{id}`: the ticket's file for its department and those who oversee the area. The
 * rater stays masked until an audited unmasking.
 */
export const showTicket =
  (door: TicketFileDoor): HttpHandler =>
  async (request) => {
    const staff = staffOf(request, door.claimPrefix);
    const ticket = await knownTicket(door.tickets, pathParameter(request, 'id'));
    requireSight(staff, ticket);
    const reader = { staff, at: door.now(), language: languageOf(request) };
    return { status: 200, body: await ticketFile(ticket, reader, door) };
  };
