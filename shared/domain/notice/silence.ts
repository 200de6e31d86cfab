import { hasEnded } from '../ticket/phase.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { TicketNoticeType } from './notice-type.ts';
import { boxOf, ticketBoxKinds } from './notice.ts';
import type { TicketNotice } from './notice.ts';

/** What makes a notice pointless: its ticket is with others, or has ended. */
type Stop = 'moved' | 'ended';

const ofLadder: readonly Stop[] = ['moved', 'ended'];
/** Other work that is asked for. */
const ofWork: readonly Stop[] = ['moved'];
const ofDecision: readonly Stop[] = [];

const stopsWith: Readonly<Record<TicketNoticeType, readonly Stop[]>> = {
  ticket_opened: ofLadder,
  remind: ofLadder,
  yellow: ofLadder,
  red: ofLadder,
  supervise: ofLadder,
  raise_city: ofLadder,
  accountability: ofLadder,
  claim_asked: ofWork,
  claim_ruled: ofDecision,
  claim_lapsed: ofDecision,
  review_overdue: ofLadder,
  closure_asked: ofWork,
  returned: ofWork,
  urged: ofWork,
  transfer_asked: ofWork,
  transfer_declined: ofDecision,
  transferred: ofDecision,
  closed: ofDecision,
  round_two: ofWork,
  rating_voided: ofDecision,
};

type Where = Pick<Ticket, 'state' | 'creditCode' | 'area'>;

/** Whether the ticket is no longer with those in whose inbox the notice waits. */
const hasMoved = ({ box }: Pick<TicketNotice, 'box'>, ticket: Where): boolean =>
  !ticketBoxKinds.some((kind) => kind === box.kind && boxOf(kind, ticket).of === box.of);

const hasCome: Readonly<
  Record<Stop, (notice: Pick<TicketNotice, 'box'>, ticket: Where) => boolean>
> = {
  moved: hasMoved,
  ended: (_notice, ticket) => hasEnded(ticket),
};

/**
 * Returns whether a notice is suppressed, also when it is already on its way: the ladder stops when
 * the ticket has ended, and nobody is asked to work on a ticket that was transferred meanwhile.
 */
export const isSilent = (
  notice: Pick<TicketNotice, 'type' | 'box'>,
  ticket: Where | undefined,
): boolean => {
  if (ticket === undefined) return false;
  return stopsWith[notice.type].some((stop) => hasCome[stop](notice, ticket));
};
