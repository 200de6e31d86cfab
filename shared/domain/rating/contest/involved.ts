import type { Evidence } from '../../evidence/evidence.ts';
import type { Step } from '../../ticket/step/step.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { personsConcerned } from './concerned.ts';
import type { RatedService } from './concerned.ts';

export type Involved = Pick<Ticket, 'departments' | 'workers'>;

/** What was done in the ticket of a rating, if it has one. */
interface TicketWork {
  readonly ticket: Ticket | undefined;
  readonly steps: readonly Step[];
  readonly files: readonly Pick<Evidence, 'offeredBy'>[];
}

/**
 * Returns who may not rule on a contested rating: the rated department and every other that ever had
 * its ticket, the person who served, those without whom the rating would not exist, and everybody in
 * the steps of the ticket or who offered a file for it.
 */
export const involvedIn = (
  service: RatedService,
  { ticket, steps, files }: TicketWork,
): Involved => {
  const acting = steps.flatMap(({ by }) => (by.role === 'staff' ? [by.id] : []));
  const senders = files.map(({ offeredBy }) => offeredBy);
  const workers = ticket?.workers ?? [];
  const persons = [...personsConcerned(service), ...workers, ...acting, ...senders];
  const rated = service.ratings.map(({ creditCode }) => creditCode);
  return {
    departments: [...new Set([...rated, ...(ticket?.departments ?? [])])].toSorted(),
    workers: [...new Set(persons)].toSorted(),
  };
};
