/** What the system does to a ticket: fire what is due, and recount with another calendar. */
import { nextMoment, pendingYearOf } from '../escalation/ladder.ts';
import type { RequestedNotice } from '../notice/notice.ts';
import { changedClocks, recountClocks } from './clocks.ts';
import type { TicketContext, TicketDecision } from './command.ts';
import type { Commit, EventOf, TicketEvent } from './event/event.ts';
import { evolveTicket, withCommit } from './event/evolve.ts';
import { settleTicket } from './settle.ts';
import type { Rules, Ticket } from './ticket.ts';

type Moment = Pick<TicketContext, 'at' | 'rules'>;

/** Returns the commit that ends a write of the ticket: with its version and next moments. */
export const commitOf = (ticket: Ticket, version: number, rules: Rules): Commit => ({
  version,
  nextAt: nextMoment(ticket, rules),
  pendingYear: pendingYearOf(ticket, rules),
});

/** The outcome of a decision. */
export interface Outcome {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly notices: readonly RequestedNotice[];
}

export const acceptOutcome = (before: Ticket, outcome: Outcome, rules: Rules): TicketDecision => {
  const { ticket, events, notices } = outcome;
  const commit = commitOf(ticket, before.version + 1, rules);
  return {
    ok: true,
    next: withCommit(ticket, commit),
    events: events.map((event, index) =>
      index === events.length - 1 ? { ...event, commit } : event,
    ),
    notices,
  };
};

/** Fires what is due. A repeat finds nothing due and writes nothing. */
export const escalateTicket = (ticket: Ticket, context: Moment): TicketDecision => {
  const settled = settleTicket(ticket, context);
  return settled.events.length === 0
    ? { ok: false, reason: 'nothing_due' }
    : acceptOutcome(ticket, settled, context.rules);
};

const isSame = (ticket: Ticket, { nextAt, pendingYear }: Commit): boolean =>
  ticket.nextAt === nextAt && ticket.pendingYear === pendingYear;

/**
 * Counts every open clock with the calendar of the rules; `year` is the year that was loaded. What
 * has fired stays fired, and late stays late, because both were true by the calendar in force at
 * the time. So nothing is fired by the old dates, only by the new ones.
 */
export const recountTicket = (
  ticket: Ticket,
  year: number | undefined,
  { at, rules }: Moment,
): TicketDecision => {
  const recounted = recountClocks(ticket.clocks, rules.timetable, at);
  const clocks = changedClocks(ticket.clocks, recounted);
  const event: EventOf<'recounted'> = {
    ticketId: ticket.id,
    at,
    by: { role: 'system' },
    round: ticket.round,
    type: 'recounted',
    facts: { year, clocks, before: changedClocks(recounted, ticket.clocks) },
  };
  const counted = evolveTicket(ticket, event);
  if (clocks === undefined && isSame(ticket, commitOf(counted, ticket.version, rules))) {
    return { ok: false, reason: 'nothing_changed' };
  }
  const settled = settleTicket(counted, { at, rules });
  return acceptOutcome(ticket, { ...settled, events: [event, ...settled.events] }, rules);
};
