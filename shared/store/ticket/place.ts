import type { Step } from '../../domain/ticket/step/step.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { endedAt, workDue } from '../../domain/ticket/work-due.ts';
import { civilDateOf } from '../../domain/time/instant.ts';
import { dueList, endedTicketList, openTicketList, stepKey, ticketKey } from '../keys.ts';
import { stepsOn } from '../keys.ts';
import type { Placement } from '../table.ts';
import { storedTicket } from './schema.ts';
import { storedStep } from './step-schema.ts';

/**
 * An open ticket is on its department's work list, an ended one on the list of its month. It is in
 * the due index while the next due moment is known. That moment is always after the decision that
 * is written, so never on a day that the sweep has finished.
 */
export const ticketPlace = (ticket: Ticket): Placement<Ticket> => {
  const { id, nextAt } = ticket;
  const ended = endedAt(ticket);
  return {
    key: ticketKey(id),
    kind: storedTicket,
    list:
      ended === undefined
        ? openTicketList({ ...ticket, due: workDue(ticket) })
        : endedTicketList({ ...ticket, endedAt: ended }),
    due: nextAt && dueList(id, nextAt),
  };
};

/**
 * A step is also on the list of its day, which is compared with the records of the provincial
 * center.
 */
export const stepPlace = (step: Step): Placement<Step> => ({
  key: stepKey(step.ticketId, step.number),
  kind: storedStep,
  list: {
    listPk: stepsOn(civilDateOf(step.at)),
    listSk: `${step.ticketId}#${String(step.number).padStart(5, '0')}`,
  },
});
