import type { SQSRecord } from 'aws-lambda';

import { RecountMessage } from '../../events/calendar.ts';
import { noticesOf } from '../../shared/domain/notice.ts';
import { decideTicket } from '../../shared/domain/ticket-machine.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { RecountOrder } from '../../shared/port/recount-outlet.ts';
import type { Rulebook } from '../../shared/port/rulebook.ts';
import type { TicketStore } from '../../shared/port/ticket-store.ts';
import { Permanent } from '../../shared/queue/permanent.ts';
import { rulesFor } from '../../shared/rules.ts';

export interface RecountDoor {
  readonly now: Now;
  readonly rulebook: Rulebook;
  readonly tickets: TicketStore;
}

const parsed = (body: string): RecountOrder => {
  try {
    return RecountMessage.parse(JSON.parse(body));
  } catch (fault) {
    throw new Permanent('an order that does not fit its schema', { cause: fault });
  }
};

/**
 * One ticket, counted again by a calendar that holds the loaded year. The ticket is read now and decided
 * on now: an order that comes twice, or when there is nothing left to count, changes nothing.
 */
export const recountTicket =
  (door: RecountDoor) =>
  async (record: SQSRecord): Promise<void> => {
    const { ticketId, year, yearVersion } = parsed(record.body);
    const ticket = await door.tickets.find(ticketId);
    if (ticket === undefined) throw new Permanent('an order for a ticket that is not there');
    const rules = await rulesFor(door.rulebook, ticket, { year, version: yearVersion });
    const [at, by] = [door.now(), { role: 'system' } as const];
    const decision = decideTicket(ticket, { type: 'recount', year }, { at, by, rules });
    if (!decision.ok && decision.reason === 'nothing_changed') return;
    if (!decision.ok) throw new Error(`a recount was refused: ${decision.reason}`);
    const { next, steps, notices } = decision;
    const saved = await door.tickets.save(next, steps, noticesOf(next, notices, { at, rules }));
    if (saved === 'conflict') throw new Error('another writer was faster');
  };
