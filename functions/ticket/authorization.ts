import type { ActingStaff } from '../../shared/domain/ticket/command.ts';
import type { Staff } from '../../shared/http/staff.ts';

/** Converts the caller of a token into an actor of the ticket state machine. */
export const actingAs = ({ id, department, roles, area }: Staff): ActingStaff => ({
  role: 'staff',
  id,
  department,
  roles,
  area,
});
