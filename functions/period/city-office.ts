import type { StaffRole } from '../../shared/domain/access/staff-role.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { requireReach, staffWith } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';

/** The roles that answer for reports to the province. */
export const officers = ['supervisor', 'system_admin'] as const;
/** The roles that may read them. */
export const watchers = [...officers, 'auditor'] as const;

/** Returns the caller. Throws unless they have one of the roles and the whole city as area. */
export const cityOffice = (
  request: HttpRequest,
  claimPrefix: string,
  roles: readonly StaffRole[],
): Staff => {
  const staff = staffWith(request, claimPrefix, roles);
  requireReach(staff, cityCode);
  return staff;
};
