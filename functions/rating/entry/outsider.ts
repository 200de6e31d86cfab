import { isSamePerson } from '../../../shared/domain/access/person.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { ticketProblems } from '../../../shared/http/problem/ticket.table.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type { Rated } from '../receive-rating.ts';

/**
 * Refuses the people of the rated department, and who served: nobody writes down, confirms or
 * rejects what a resident says of them. Without a department nobody knows that it is another.
 */
export const requireOutsider = (
  { id, department }: Pick<Staff, 'id' | 'department'>,
  { known, contact }: Rated,
): void => {
  if (department === undefined) throw new Problem(ticketProblems.department_missing);
  if (department === known.department.creditCode) throw new Problem(ticketProblems.own_department);
  const servedBy = contact.staff?.id;
  if (servedBy !== undefined && isSamePerson(servedBy, id)) {
    throw new Problem(ticketProblems.own_work);
  }
};
