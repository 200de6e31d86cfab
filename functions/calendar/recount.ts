import type { SQSRecord } from 'aws-lambda';

import { RecountMessage } from '../../events/calendar/calendar.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { fromMessage } from '../../shared/queue/permanent.ts';
import { recountPromise } from './recount-promise.ts';
import type { PromiseDeps } from './recount-promise.ts';
import { recountTicket } from './recount-ticket.ts';
import type { TicketDeps } from './recount-ticket.ts';

export interface RecountDeps extends TicketDeps, PromiseDeps {
  readonly now: Now;
  readonly rulebook: Rulebook;
}

/**
 * Recounts one ticket or one promise by a calendar that holds the loaded year. The handler reads
 * the current state and decides on it, so a repeated or obsolete message changes nothing.
 */
export const consumeRecount =
  (deps: RecountDeps) =>
  async (record: SQSRecord): Promise<void> => {
    const order = fromMessage(record, RecountMessage);
    const seen = { year: order.year, version: order.yearVersion };
    return 'ticketId' in order
      ? recountTicket(order.ticketId, seen, deps)
      : recountPromise(order.projectNo, seen, deps);
  };
