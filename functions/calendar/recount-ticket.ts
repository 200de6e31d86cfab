import { noticesOf } from '../../shared/domain/notice/notice.ts';
import { decideTicket } from '../../shared/domain/ticket/machine.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Rulebook, YearVersion } from '../../shared/port/policy/rulebook.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { Permanent } from '../../shared/queue/permanent.ts';
import { rulesFor } from '../../shared/rules.ts';

export interface TicketDeps {
  readonly now: Now;
  readonly rulebook: Rulebook;
  readonly tickets: TicketStore;
}

/** Recounts the clocks of one ticket. When a clock moves, a step records it. */
export const recountTicket = async (
  ticketId: string,
  seen: YearVersion,
  deps: TicketDeps,
): Promise<void> => {
  const ticket = await deps.tickets.find(ticketId);
  if (ticket === undefined) throw new Permanent('an order for a ticket that is not there');
  const rules = await rulesFor(deps.rulebook, ticket, seen);
  const [at, by] = [deps.now(), { role: 'system' } as const];
  const command = { type: 'recount', year: seen.year } as const;
  const decision = decideTicket(ticket, command, { at, by, rules });
  if (!decision.ok && decision.reason === 'nothing_changed') return;
  if (!decision.ok) throw new Error(`a recount was refused: ${decision.reason}`);
  const { next, events, notices } = decision;
  const saved = await deps.tickets.save(next, events, noticesOf(next, notices, { at, rules }));
  if (saved === 'conflict') throw new Error('the ticket was changed by another writer');
};
