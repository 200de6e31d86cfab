import { hasEnded } from '../ticket/phase.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { TicketNoticeType } from './notice-type.ts';
import { boxOf, ticketBoxKinds } from './notice.ts';
import type { TicketNotice } from './notice.ts';

/**
 * What makes a notice pointless: of the ladder, that the ticket has ended or is elsewhere; of other
 * work that is asked for, that it is elsewhere; of what was decided, nothing.
 */
const stopsWith: Readonly<Record<TicketNoticeType, 'end' | 'transfer' | 'nothing'>> = {
  ticket_opened: 'end',
  remind: 'end',
  yellow: 'end',
  red: 'end',
  supervise: 'end',
  raise_city: 'end',
  accountability: 'end',
  claim_asked: 'transfer',
  claim_ruled: 'nothing',
  claim_lapsed: 'nothing',
  review_overdue: 'end',
  closure_asked: 'transfer',
  returned: 'transfer',
  urged: 'transfer',
  transfer_asked: 'transfer',
  transfer_declined: 'nothing',
  transferred: 'nothing',
  closed: 'nothing',
  round_two: 'transfer',
  rating_voided: 'nothing',
};

/** Whether the ticket is no longer with those in whose inbox the notice waits. */
const hasMoved = (
  { box }: Pick<TicketNotice, 'box'>,
  ticket: Pick<Ticket, 'creditCode' | 'area'>,
): boolean =>
  !ticketBoxKinds.some((kind) => kind === box.kind && boxOf(kind, ticket).of === box.of);

/**
 * Returns whether a notice is suppressed, also when it is already on its way: the ladder stops when
 * the ticket has ended, and nobody is asked to work on a ticket that was transferred meanwhile.
 */
export const isSilent = (
  notice: Pick<TicketNotice, 'type' | 'box'>,
  ticket: Pick<Ticket, 'state' | 'creditCode' | 'area'> | undefined,
): boolean => {
  const stop = stopsWith[notice.type];
  if (ticket === undefined || stop === 'nothing') return false;
  return hasMoved(notice, ticket) || (stop === 'end' && hasEnded(ticket));
};
