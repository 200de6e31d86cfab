import type { StaffRole } from '../../shared/domain/access/staff-role.ts';
import { cityCode, countingArea, isCityArea } from '../../shared/domain/area/area.ts';
import type { PlaceList } from '../../shared/domain/area/place-list.ts';
import type { Homes } from '../../shared/domain/figures/home.ts';
import { codeOfScope, partsOfScope, scopeKinds } from '../../shared/domain/figures/scope.ts';
import type { Scope, ScopeKind } from '../../shared/domain/figures/scope.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import { requireKnownArea } from '../../shared/http/known-area.ts';
import { figureProblems } from '../../shared/http/problem/figures.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { isOverseer, canReach } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';

const isKind = (text: string): text is ScopeKind =>
  (scopeKinds as readonly string[]).includes(text);

/** A whole area, under the code where it is counted. */
const isAreaCode = (id: string): boolean => isCityArea(id) && countingArea(id) === id;

const isPlace = ({ kind, id }: Scope): boolean => {
  switch (kind) {
    case 'city':
      return id === cityCode;
    case 'area':
      return isAreaCode(id);
    case 'department':
    case 'matter':
    case 'staff':
      return isAreaCode(partsOfScope({ kind, id }).area ?? cityCode);
    case 'hall':
    case 'window':
      return true;
    default:
      return kind satisfies never;
  }
};

/** Parses `<kind>:<id>`, the form in which a caller names a scope. */
export const scopeNamed = (text: string): Scope => {
  const cut = text.indexOf(':');
  const [kind, id] = [text.slice(0, Math.max(0, cut)), text.slice(cut + 1)];
  if (!isKind(kind) || id === '' || !isPlace({ kind, id })) {
    throw new Problem(figureProblems.scope_unknown);
  }
  return { kind, id };
};

/** Refuses an area that the city neither lists nor has seen. */
export const requireKnownScope = (scope: Scope, places: PlaceList): void => {
  const area = scope.kind === 'area' ? scope.id : partsOfScope(scope).area;
  if (area !== undefined) requireKnownArea(area, places);
};

/** Returns the default scope: the area of an overseer, else the caller's own department. */
export const ownScope = (staff: Staff): Scope => {
  if (!isOverseer(staff) && staff.department !== undefined) {
    return { kind: 'department', id: staff.department };
  }
  const whole = canReach(staff, cityCode);
  return whole ? { kind: 'city', id: cityCode } : { kind: 'area', id: staff.area };
};

/** Whether a role sees the figures of individual staff. */
const readsStaff: Readonly<Record<StaffRole, boolean>> = {
  handler: false,
  supervisor: true,
  reviewer: false,
  hall_admin: false,
  clerk: false,
  hotline_operator: false,
  system_admin: false,
  auditor: true,
};

export const mayReadStaff = ({ roles }: Staff): boolean => roles.some((role) => readsStaff[role]);

const isOwnDepartment = (staff: Staff, creditCode: string): boolean =>
  staff.department === creditCode && staff.roles.includes('handler');

const reachesHomes = (staff: Staff, scope: Scope, homes: Homes | undefined): boolean => {
  const { area } = partsOfScope(scope);
  const areas = area === undefined ? (homes?.areasOf(codeOfScope(scope)) ?? []) : [area];
  return areas.length > 0 && areas.every((one) => canReach(staff, one));
};

const canOversee = (staff: Staff, scope: Scope, homes: Homes | undefined): boolean => {
  const { kind, id } = scope;
  switch (kind) {
    case 'area':
      return canReach(staff, id);
    case 'hall':
    case 'window':
      return canReach(staff, areaOfHall(id));
    case 'department':
    case 'matter':
      return reachesHomes(staff, scope, homes);
    case 'staff':
      return mayReadStaff(staff) && reachesHomes(staff, scope, homes);
    case 'city':
      return canReach(staff, cityCode);
    default:
      return kind satisfies never;
  }
};

/**
 * Throws unless the caller may see the scope: handlers see their department, overseers what happened
 * in their area, and a department or matter as a whole when all its areas are theirs.
 */
export const requireScope = (staff: Staff, scope: Scope, homes: Homes | undefined): void => {
  const isOwn = scope.kind === 'department' && isOwnDepartment(staff, partsOfScope(scope).id);
  if (isOwn || (isOverseer(staff) && canOversee(staff, scope, homes))) return;
  throw new Problem('out_of_scope');
};
