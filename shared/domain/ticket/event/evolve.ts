/**
 * The ticket as the sum of its events. `evolve` uses nothing but the event, so the events of a
 * ticket give the stored ticket at any later time, under any calendar and policy.
 */
import type { Ticket, TicketClocks } from '../ticket.ts';
import { ticketChanges } from './changes.table.ts';
import type { Commit, EventOf, TicketEvent } from './event.ts';

/** Every event but the first, which makes the ticket. */
export type LaterEvent = Exclude<TicketEvent, { type: 'opened' }>;

/** Work of the department's handlers: the first of them to do it becomes the assignee. */
const isHandlersWork = {
  contacted: true,
  found: true,
  claimed: true,
  ruled: false,
  reviewed: false,
  transfer_asked: true,
  transfer_declined: false,
  transferred: false,
  submitted: true,
  approved: false,
  returned: false,
  urged: false,
  unmasked: false,
  appended: false,
  voided: false,
  province_step: false,
  escalated: false,
  contact_overdue: false,
  overdue: false,
  review_overdue: false,
  hardship_review_due: false,
  review_raised: false,
  claim_lapsed: false,
  recounted: false,
} as const satisfies Record<LaterEvent['type'], boolean>;

/** The notice on opening is rung 0, so it has fired when the ticket is created. */
export const createTicket = ({ ticketId: id, at, facts, commit }: EventOf<'opened'>): Ticket => {
  const { rating: _digest, clocks, ...taken } = facts;
  return {
    id,
    state: 'open',
    ...taken,
    departments: [taken.creditCode],
    workers: [],
    transfers: 0,
    round: 1,
    rung: 0,
    fired: [{ rung: 'notify', at, round: 1 }],
    openedAt: at,
    clocks,
    late: false,
    contacts: [],
    claimed: [],
    returns: 0,
    urges: 0,
    version: 0,
    ...commit,
  };
};

export const withCommit = (ticket: Ticket, commit: Commit): Ticket => ({
  ...ticket,
  version: commit.version,
  nextAt: commit.nextAt,
  pendingYear: commit.pendingYear,
});

const clocksAfter = (before: TicketClocks, event: LaterEvent): TicketClocks => {
  // The clocks of a new round replace those of the first, its review included.
  if (event.type === 'appended') return event.facts.clocks ?? before;
  if (!('clocks' in event.facts)) return before;
  const { contact, rectify, review } = event.facts.clocks ?? {};
  return {
    contact: contact ?? before.contact,
    rectify: rectify ?? before.rectify,
    review: review ?? before.review,
  };
};

const withWorker = (ticket: Ticket, { type, by }: LaterEvent): Ticket =>
  by.role === 'staff' && isHandlersWork[type]
    ? {
        ...ticket,
        assignee: ticket.assignee ?? by.id,
        workers: [...new Set([...ticket.workers, by.id])],
      }
    : ticket;

/** Returns the ticket after an event. Never throws, and changes neither of them. */
export const evolveTicket = (ticket: Ticket, event: LaterEvent): Ticket => {
  // Each change takes exactly the events of its own type, which an index cannot express.
  const change = ticketChanges[event.type] as (
    before: Ticket,
    happened: LaterEvent,
  ) => Partial<Ticket>;
  const next: Ticket = {
    ...withWorker(ticket, event),
    clocks: clocksAfter(ticket.clocks, event),
    ...change(ticket, event),
    state: event.to ?? ticket.state,
    round: event.round,
  };
  return event.commit ? withCommit(next, event.commit) : next;
};

const isOpening = (event: TicketEvent): event is EventOf<'opened'> => event.type === 'opened';

/** Returns the ticket that the events give; undefined when they do not begin with its opening. */
export const replayTicket = (events: readonly TicketEvent[]): Ticket | undefined => {
  const [first, ...later] = events;
  if (first === undefined || !isOpening(first)) return undefined;
  let ticket = createTicket(first);
  for (const event of later) {
    if (isOpening(event)) return undefined;
    ticket = evolveTicket(ticket, event);
  }
  return ticket;
};
