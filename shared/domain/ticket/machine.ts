/**
 * The ticket machine: every command on every ticket is decided here, from the ticket, the command,
 * the person, the moment and the rules; nothing else.
 *
 * Before and after a command everything that is due at that moment fires. So it does not matter how
 * late the sweep runs, and after a decision nothing remains that should have fired already.
 */
import { noAppend } from '../rating/follow-up.ts';
import type { Act, Decided } from './act/act.ts';
import { ticketActs } from './act/acts.table.ts';
import type { ActType } from './act/acts.table.ts';
import { refusalFor } from './authorization/authorization.ts';
import type { Acting, CommandOf, Command, TicketContext, TicketDecision } from './command.ts';
import type { Actor } from './event/event.ts';
import { evolveTicket } from './event/evolve.ts';
import type { LaterEvent } from './event/evolve.ts';
import { movesOf } from './moves.table.ts';
import type { TicketRefusal } from './refusal.ts';
import { settleTicket } from './settle.ts';
import type { Ticket } from './ticket.ts';
import { acceptOutcome, escalateTicket, recountTicket } from './upkeep.ts';

type ActCommand = CommandOf<ActType>;

const checkCommand = (
  ticket: Ticket,
  command: Command,
  { by, at }: TicketContext,
): TicketRefusal | undefined => {
  const reason = refusalFor(ticket, command, by);
  if (reason || movesOf(ticket.state, command.type).length > 0) return reason;
  return (command.type === 'append' && noAppend(ticket, at)) || 'illegal_move';
};

const actorOf = (by: Acting): Actor =>
  by.role === 'staff' ? { role: 'staff', id: by.id, department: by.department } : by;

const toEvent = (ticket: Ticket, decided: Decided, { at, by }: TicketContext): LaterEvent => {
  const { notices: _notices, to, round, ...content } = decided;
  const { id: ticketId, state: from } = ticket;
  return {
    ...content,
    ticketId,
    at,
    by: actorOf(by),
    round: round ?? ticket.round,
    ...(to !== undefined && to !== from && { from, to }),
  } as LaterEvent;
};

const performAct = (
  ticket: Ticket,
  command: ActCommand,
  context: TicketContext,
): TicketDecision => {
  const before = settleTicket(ticket, context);
  // A claim may have lapsed meanwhile, which changes what is allowed.
  const reason = checkCommand(before.ticket, command, context);
  if (reason) return { ok: false, reason };
  // Each act takes exactly the commands of its own type, which an index by type cannot express.
  const act = ticketActs[command.type] as Act<ActType>;
  const decided = act(before.ticket, command, context);
  if (typeof decided === 'string') return { ok: false, reason: decided };

  const event = toEvent(before.ticket, decided, context);
  const after = settleTicket(evolveTicket(before.ticket, event), context);
  const outcome = {
    ticket: after.ticket,
    events: [...before.events, event, ...after.events],
    notices: [...before.notices, ...(decided.notices ?? []), ...after.notices],
  };
  return acceptOutcome(ticket, outcome, context.rules);
};

/**
 * Decides a command. Never throws. An accepted command produces at least one event, raises the
 * version by one and leaves `nextAt` later than `at`. `next` is the ticket after the events, and
 * nothing else.
 */
export const decideTicket = (
  ticket: Ticket,
  command: Command,
  context: TicketContext,
): TicketDecision => {
  if (command.type !== 'escalate' && command.type !== 'recount')
    return performAct(ticket, command, context);
  const reason = checkCommand(ticket, command, context);
  if (reason) return { ok: false, reason };
  if (command.type === 'escalate') return escalateTicket(ticket, context);
  return recountTicket(ticket, command.year, context);
};
