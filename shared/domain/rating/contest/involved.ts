import type { Step } from '../../ticket/step/step.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Rating } from '../rating.ts';
import { personsOf } from './concerned.ts';

export type Involved = Pick<Ticket, 'departments' | 'workers'>;

/**
 * Returns who may not rule on a contested rating: the rated department and every other that ever had
 * its ticket, the person who served, those without whom the rating would not exist, and everybody in
 * the steps of the ticket.
 */
export const involvedIn = (
  rating: Rating,
  ticket: Ticket | undefined,
  steps: readonly Step[],
): Involved => {
  const acting = steps.flatMap(({ by }) => (by.role === 'staff' ? [by.id] : []));
  const persons = [...personsOf(rating), ...(ticket?.workers ?? []), ...acting];
  return {
    departments: [...new Set([rating.creditCode, ...(ticket?.departments ?? [])])].toSorted(),
    workers: [...new Set(persons)].toSorted(),
  };
};
