import { isConcernedBy } from '../../shared/domain/rating/contest/concerned.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { ActingStaff } from '../../shared/domain/ticket/command.ts';
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
