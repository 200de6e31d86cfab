import { isConcernedBy } from '../../shared/domain/rating/contest/concerned.ts';
import type { RatedService } from '../../shared/domain/rating/contest/concerned.ts';
import type { ActingStaff } from '../../shared/domain/ticket/command.ts';
import type { Staff } from '../../shared/http/staff.ts';

/**
 * Converts the caller of a token into an actor of the ticket state machine, for a ticket about this
 * service.
 */
export const actingOn = (
  { id, department, roles, area }: Staff,
  service: RatedService,
): ActingStaff => ({
  role: 'staff',
  id,
  department,
  roles,
  area,
  isConcerned: isConcernedBy(service, id),
});
