import { isConcernedBy } from '../../shared/domain/rating/contest/concerned.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { ActingStaff } from '../../shared/domain/ticket/command.ts';
import type { Step } from '../../shared/domain/ticket/step/step.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { Staff } from '../../shared/http/staff.ts';

/**
 * Converts the caller of a token into an actor of the ticket state machine, for a ticket of these
 * ratings.
 */
export const actingOn = (
  { id, department, roles, area }: Staff,
  ratings: readonly Rating[],
): ActingStaff => ({
  role: 'staff',
  id,
  department,
  roles,
  area,
  isConcerned: isConcernedBy(ratings, id),
});

/**
 * Returns the ticket with everybody who did anything in its steps for a department that had it:
 * opening a name, or resuming what was deferred, is work on it as well.
 */
export const withEveryWorker = (
  { ticket, steps }: { readonly ticket: Ticket; readonly steps: readonly Step[] },
  others: readonly string[] = [],
): Ticket => {
  const inside = steps.flatMap(({ by }) =>
    by.role === 'staff' && by.department !== undefined && ticket.departments.includes(by.department)
      ? [by.id]
      : [],
  );
  return { ...ticket, workers: [...new Set([...ticket.workers, ...inside, ...others])] };
};
