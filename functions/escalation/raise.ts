import type { SQSRecord } from 'aws-lambda';

import { EscalationMessage } from '../../events/escalation/message.ts';
import { noticesOf } from '../../shared/domain/notice/notice.ts';
import { decideTicket } from '../../shared/domain/ticket/machine.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { fromMessage, Permanent } from '../../shared/queue/permanent.ts';
import { retry } from '../../shared/retry.ts';
import { rulesFor } from '../../shared/rules.ts';

export interface RaiseDeps {
  readonly now: Now;
  readonly tickets: Pick<TicketStore, 'find' | 'save'>;
  readonly rulebook: Rulebook;
}

/** Attempts after version conflicts; with more conflicts the queue redelivers the message. */
const races = {
  tries: 3,
  exhausted: () => new Error('the ticket was changed during every attempt'),
};

const requireTicket = async (deps: RaiseDeps, id: string): Promise<Ticket> => {
  const ticket = await deps.tickets.find(id);
  if (ticket === undefined) throw new Permanent('a call for a ticket that does not exist');
  return ticket;
};

/**
 * Fires the rungs that are due on the current ticket; usually there are none left. Returns undefined
 * after a version conflict.
 */
const escalateTicket = async (deps: RaiseDeps, ticket: Ticket): Promise<'done' | undefined> => {
  const context = {
    at: deps.now(),
    by: { role: 'system' } as const,
    rules: await rulesFor(deps.rulebook, ticket),
  };
  const decision = decideTicket(ticket, { type: 'escalate' }, context);
  if (!decision.ok) return 'done';
  const { next, events, notices } = decision;
  const outcome = await deps.tickets.save(next, events, noticesOf(next, notices, context));
  return outcome === 'saved' ? 'done' : undefined;
};

/**
 * Handles one message of the sweep. The message only triggers a check: a ticket that is closed, not
 * yet due or already escalated stays unchanged, and the message is done.
 */
export const raiseEscalation =
  (deps: RaiseDeps) =>
  async (record: SQSRecord): Promise<void> => {
    const { ticketId } = fromMessage(record, EscalationMessage);
    await retry(async () => escalateTicket(deps, await requireTicket(deps, ticketId)), races);
  };
