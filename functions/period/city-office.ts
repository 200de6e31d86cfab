import type { StaffRole } from '../../shared/domain/access/staff-role.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { requireReach, staffWith } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';

/** Who answers for what the city tells the province. */
export const officers = ['supervisor', 'system_admin'] as const;
/** Who may look at it. */
export const watchers = [...officers, 'auditor'] as const;

/** The person, if one of the roles is theirs and the whole city their area. */
export const cityOffice = (
  request: HttpRequest,
  claimPrefix: string,
  roles: readonly StaffRole[],
): Staff => {
  const staff = staffWith(request, claimPrefix, roles);
  requireReach(staff, cityCode);
  return staff;
};
