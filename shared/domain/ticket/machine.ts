/**
 * The ticket machine: every command on every ticket is decided here, from the ticket, the command,
 * the person, the moment and the rules; nothing else.
 *
 * Before and after a command everything that is due at that moment fires. So it does not matter how
 * late the sweep runs, and after a decision nothing remains that should have fired already.
 */
import { noAppend } from '../rating/follow-up.ts';
import type { Act, Change } from './act/act.ts';
import { ticketActs } from './act/acts.table.ts';
import type { ActType } from './act/acts.table.ts';
import { isHandlersWork, refusalFor } from './authorization.ts';
import type { Acting, CommandOf, Command, TicketContext, TicketDecision } from './command.ts';
import { movesOf } from './moves.table.ts';
import type { TicketRefusal } from './refusal.ts';
import { settleTicket } from './settle.ts';
import type { Actor, StepDraft } from './step/step.ts';
import { withTally } from './tally.ts';
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

const actorOf = (by: Acting): Actor => (by.role === 'staff' ? { role: 'staff', id: by.id } : by);

const stepOf = (
  before: Ticket,
  after: Ticket,
  { change, context }: { change: Change; context: TicketContext },
): StepDraft => {
  const { type, facts, sealedNote, sealedAnswer } = change.step;
  return {
    ticketId: before.id,
    at: context.at,
    by: actorOf(context.by),
    type,
    facts: {
      ...facts,
      ...(before.state !== after.state && { from: before.state, to: after.state }),
    },
    ...(sealedNote !== undefined && { sealedNote }),
    ...(sealedAnswer !== undefined && { sealedAnswer }),
  };
};

/** The first handler who works on a ticket becomes its assignee. */
const withAssignee = (ticket: Ticket, { type }: Command, { by }: TicketContext): Ticket =>
  by.role === 'staff' && isHandlersWork(type) && ticket.assignee === undefined
    ? { ...ticket, assignee: by.id }
    : ticket;

const performAct = (
  ticket: Ticket,
  command: ActCommand,
  context: TicketContext,
): TicketDecision => {
  // Each act takes exactly the commands of its own type, which an index by type cannot express.
  const act = ticketActs[command.type] as Act<ActType>;
  const by = context.by.role === 'staff' ? context.by.id : context.by.role;
  const actContext = { at: context.at, rules: context.rules, by };
  const reason = act.refuse?.(ticket, command, actContext);
  if (reason) return { ok: false, reason };

  const before = settleTicket(ticket, context);
  const change = act.apply(before.ticket, command, actContext);
  const next = withTally(before.ticket, { ...before.ticket, ...change.next }, command);
  const changed = withAssignee(next, command, context);
  const after = settleTicket(changed, context);
  const outcome = {
    ticket: after.ticket,
    steps: [...before.steps, stepOf(ticket, changed, { change, context }), ...after.steps],
    notices: [...before.notices, ...(change.notices ?? []), ...after.notices],
  };
  return acceptOutcome(ticket, outcome, context.rules);
};

/**
 * Decides a command. Never throws. An accepted command produces at least one step, raises the
 * version by one and leaves `nextAt` later than `at`. The store numbers and links the steps.
 */
export const decideTicket = (
  ticket: Ticket,
  command: Command,
  context: TicketContext,
): TicketDecision => {
  const reason = checkCommand(ticket, command, context);
  if (reason) return { ok: false, reason };
  if (command.type === 'escalate') return escalateTicket(ticket, context);
  if (command.type === 'recount') return recountTicket(ticket, command.year, context);
  return performAct(ticket, command, context);
};
