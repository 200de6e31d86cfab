import type { Approval } from '../../../shared/domain/access/approval.ts';
import { powerRoles } from '../../../shared/domain/access/power.ts';
import { canReach } from '../../../shared/http/staff.ts';
import type { Staff } from '../../../shared/http/staff.ts';

/** Whether the person has the reach and a role for it; the person who proposed it does as well. */
export const mayDecide = (staff: Staff, { proposal, area }: Approval): boolean =>
  canReach(staff, area) && staff.roles.some((role) => powerRoles[proposal.power].includes(role));

/** Auditors see what is proposed within their area, and decide nothing. */
export const maySee = (staff: Staff, approval: Approval): boolean =>
  mayDecide(staff, approval) || (canReach(staff, approval.area) && staff.roles.includes('auditor'));
