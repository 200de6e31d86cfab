import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { isHandler, isOverseer, canReach } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';

/**
 * True for the handlers of the ticket's department, wherever the case belongs, and for overseers of
 * its area. Others see nothing, including the colleague whom the complaint is about.
 */
export const canView = (staff: Staff, ticket: Pick<Ticket, 'area' | 'creditCode'>): boolean =>
  (staff.department === ticket.creditCode && isHandler(staff)) ||
  (isOverseer(staff) && canReach(staff, ticket.area));

/** A ticket that the caller may not see is answered as one that does not exist. */
export const requireView = (staff: Staff, ticket: Pick<Ticket, 'area' | 'creditCode'>): void => {
  if (!canView(staff, ticket)) throw new Problem('ticket_unknown');
};

export const knownTicket = async (tickets: TicketStore, id: string): Promise<Ticket> => {
  const ticket = await tickets.find(id);
  if (ticket === undefined) throw new Problem('ticket_unknown');
  return ticket;
};
