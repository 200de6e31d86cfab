import type { ActingStaff } from '../../shared/domain/ticket/command.ts';
import type { Staff } from '../../shared/http/staff.ts';

/** The person behind the token as the ticket machine knows people. */
export const actingAs = ({ id, department, roles, area }: Staff): ActingStaff => ({
  role: 'staff',
  id,
  department,
  roles,
  area,
});
