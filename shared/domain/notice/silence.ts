import { hasEnded } from '../ticket/phase.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { TicketNotice, TicketNoticeType } from './notice.ts';

/** Whether a notice is suppressed once the ticket has ended: those of the ladder are. */
const stopsWithTicket: Readonly<Record<TicketNoticeType, boolean>> = {
  ticket_opened: true,
  remind: true,
  yellow: true,
  red: true,
  supervise: true,
  raise_city: true,
  accountability: true,
  claim_asked: false,
  claim_ruled: false,
  closure_asked: false,
  returned: false,
  urged: false,
  transfer_asked: false,
  transfer_declined: false,
  transferred: false,
  closed: false,
  round_two: false,
  rating_voided: false,
};

/**
 * Returns whether a notice is suppressed. The ladder stops when the ticket has ended, also for
 * notices that are already on their way.
 */
export const isSilent = (
  notice: Pick<TicketNotice, 'type'>,
  ticket: Pick<Ticket, 'state'> | undefined,
): boolean => stopsWithTicket[notice.type] && ticket !== undefined && hasEnded(ticket);
