import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { endedAt, workDue } from '../../shared/domain/ticket/work-due.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';

/**
 * True after the moment at which someone had to act; exactly at that moment it is still in time.
 */
export const isOverdue = (ticket: Ticket, at: Instant): boolean => {
  const due = endedAt(ticket) === undefined ? workDue(ticket) : undefined;
  return due !== undefined && due < at;
};

/** Returns a line of a work list. It has neither the rater's name nor their text. */
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
    transferAsked: ticket.transferAsked && withOffset(ticket.transferAsked.at),
    pendingYear: ticket.pendingYear,
    openedAt: withOffset(ticket.openedAt),
    endedAt: ended && withOffset(ended),
    nextDueAt: offsetOrNull(due),
    overdue: isOverdue(ticket, at),
    version: ticket.version,
  };
};
