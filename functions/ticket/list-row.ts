import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { endedAt, workDue } from '../../shared/domain/ticket/work-due.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';

/** Past the moment at which somebody had to act; at exactly that moment it is in time. */
export const isOverdue = (ticket: Ticket, at: Instant): boolean => {
  const due = endedAt(ticket) === undefined ? workDue(ticket) : undefined;
  return due !== undefined && due < at;
};

/** One line of a work list. No rater is named, and no words of theirs are shown here. */
export const toTicketRow = (ticket: Ticket, at: Instant) => {
  const ended = endedAt(ticket);
  const due = ended === undefined ? workDue(ticket) : undefined;
  return {
    id: ticket.id,
    state: ticket.state,
    level: ticket.level,
    tags: ticket.tags,
    channel: ticket.channel,
    creditCode: ticket.creditCode,
    area: ticket.area,
    hall: ticket.hall,
    window: ticket.window,
    round: ticket.round,
    rung: ticket.rung,
    late: ticket.late,
    assignee: ticket.assignee,
    claim: ticket.claim?.kind,
    pendingYear: ticket.pendingYear,
    openedAt: withOffset(ticket.openedAt),
    endedAt: ended && withOffset(ended),
    nextDueAt: offsetOrNull(due),
    overdue: isOverdue(ticket, at),
    version: ticket.version,
  };
};
