import { kindOfBox } from '../../events/notice/box-name.ts';
import type { BoxName } from '../../events/notice/box-name.ts';
import { isSamePerson } from '../../shared/domain/access/person.ts';
import { powerRoles } from '../../shared/domain/access/power.ts';
import type { StaffRole } from '../../shared/domain/access/staff-role.ts';
import { countingArea } from '../../shared/domain/area/area.ts';
import { boxRoles } from '../../shared/domain/notice/approval-notice.ts';
import { isOfApproval } from '../../shared/domain/notice/notice-kind.ts';
import type { ApprovalBoxKind, Box, BoxKind, Notice } from '../../shared/domain/notice/notice.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import {
  canReach,
  isHandler,
  isOverseer,
  overseers,
  ownView,
  requireRole,
} from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';

/** Returns the requested inbox; for an area, that of `area` or of the caller's own area. */
export const boxAsked = (staff: Staff, name: BoxName, area: string = staff.area): Box => {
  const kind = kindOfBox[name];
  if (kind !== 'department') return { kind, of: countingArea(area) };
  if (staff.department === undefined) throw new Problem('role_missing', { fact: 'department' });
  return { kind, of: staff.department };
};

interface Reader {
  readonly roles: readonly StaffRole[];
  /** Whose inbox it must be: of the person's department, of an area within reach, of the whole city. */
  readonly reach: 'department' | 'area' | 'city';
}

const administrators = (kind: ApprovalBoxKind): Reader => ({
  // Auditors see what is proposed.
  roles: [boxRoles[kind], 'auditor'],
  reach: 'area',
});

const readers: Readonly<Record<BoxKind, Reader>> = {
  department: { roles: ['handler'], reach: 'department' },
  reviewer: { roles: ['reviewer', 'auditor'], reach: 'area' },
  supervisor: { roles: overseers, reach: 'area' },
  city: { roles: overseers, reach: 'city' },
  accountability: { roles: overseers, reach: 'city' },
  administrator: administrators('administrator'),
  hall_administrator: administrators('hall_administrator'),
};

const hasRole = ({ roles }: Staff, needed: readonly StaffRole[]): boolean =>
  roles.some((role) => needed.includes(role));

const isOfCity = (staff: Staff): boolean => staff.area.endsWith('00');

/** Whether the caller may read the inbox: with a role for its kind, and within the reach. */
export const canReadBox = (staff: Staff, box: Box): boolean => {
  const { roles, reach } = readers[box.kind];
  if (!hasRole(staff, roles)) return false;
  if (reach === 'department') return staff.department === box.of;
  return canReach(staff, box.of) && (reach === 'area' || isOfCity(staff));
};

/** @throws Problem that says whether the role is missing or the reach */
export const requireBox = (staff: Staff, box: Box): void => {
  requireRole(staff, readers[box.kind].roles);
  if (!canReadBox(staff, box)) throw new Problem('out_of_scope');
};

const isReviewerAlone = ({ roles }: Staff): boolean =>
  roles.includes('reviewer') && !roles.some((role) => role === 'handler' || role === 'supervisor');

/** The inbox of what the person works on. */
export const ownBox = (staff: Staff): BoxName => {
  if (isReviewerAlone(staff)) return 'reviewer';
  if (isHandler(staff) || isOverseer(staff)) return ownView(staff);
  return hasRole(staff, ['system_admin']) ? 'administrator' : 'hall_administrator';
};

/** Whether a notice is for the person: nobody confirms an act that they proposed themselves. */
export const isMeantFor = (staff: Staff, notice: Notice): boolean =>
  !isOfApproval(notice) ||
  (!isSamePerson(notice.by, staff.id) &&
    staff.roles.some((role) => powerRoles[notice.power].includes(role)));
