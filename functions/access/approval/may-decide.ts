import type { Approval } from '../../../shared/domain/access/approval.ts';
import { isSamePerson } from '../../../shared/domain/access/person.ts';
import { powerRoles } from '../../../shared/domain/access/power.ts';
import type { Proposal } from '../../../shared/domain/access/proposal.ts';
import { insideRefusal } from '../../../shared/domain/ticket/authorization/authorization.ts';
import { canReach } from '../../../shared/http/staff.ts';
import type { Staff } from '../../../shared/http/staff.ts';

/** Nobody who is concerned decides on what a resident said of them, or sees what is proposed. */
export const isOutsideOf = (proposal: Proposal, staff: Staff): boolean => {
  if (!('departments' in proposal)) return true;
  const { departments = [], persons: workers = [] } = proposal;
  return departments.length === 0 || insideRefusal({ departments, workers }, staff) === undefined;
};

/** What a person proposed for a larger reach than the own can still be seen and withdrawn. */
const isWithin = (staff: Staff, { proposal, area, by }: Approval): boolean =>
  (canReach(staff, area) || isSamePerson(by, staff.id)) && isOutsideOf(proposal, staff);

/** Whether the person has the reach and a role for it; the person who proposed it does as well. */
export const mayDecide = (staff: Staff, approval: Approval): boolean =>
  isWithin(staff, approval) &&
  staff.roles.some((role) => powerRoles[approval.proposal.power].includes(role));

/** Auditors see what is proposed within their area, and decide nothing. */
export const maySee = (staff: Staff, approval: Approval): boolean =>
  mayDecide(staff, approval) || (isWithin(staff, approval) && staff.roles.includes('auditor'));
