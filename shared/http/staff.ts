import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

import { isPersonId } from '../domain/access/person.ts';
import { reachesArea, staffRoles } from '../domain/access/staff-role.ts';
import type { StaffRole } from '../domain/access/staff-role.ts';
import { countingArea, isCityArea } from '../domain/area/area.ts';
import { isCreditCode } from '../domain/number/identifier.ts';
import type { Answer, HttpRequest } from './edge.ts';
import { Problem } from './problem/problem.ts';

export interface Staff {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  /** 统一社会信用代码 of the person's department. */
  readonly department?: string | undefined;
  /** 6 digits of the city, no alias; `330600` means the whole city. */
  readonly area: string;
}

/** A verb of staff: it is called only for a person who has one of the roles of its route. */
export type StaffHandler = (request: HttpRequest, staff: Staff) => Promise<Answer>;

/** A list claim has the form `[a b]` from the gateway, and `a,b` or `a b` from other issuers. */
const splitClaim = (claim: string): readonly string[] =>
  claim
    .replaceAll(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((part) => part !== '');

const isRole = (name: string): name is StaffRole =>
  (staffRoles as readonly string[]).includes(name);

/**
 * The gateway joins a list with spaces, so `not an auditor` and three names look the same. A claim
 * with an unknown name therefore gives no role at all.
 */
const rolesIn = (claim: string): readonly StaffRole[] => {
  const names = splitClaim(claim);
  const roles = names.filter((name) => isRole(name));
  return roles.length === names.length ? roles : [];
};

/** A JSON null reaches us as this word. */
const isNull = (claim: string): boolean => claim === 'null';

/** A code that stands for another area would list what a request by id then does not find. */
const isOwnArea = (claim: string): boolean =>
  /^\d{6}$/.test(claim) && isCityArea(claim) && countingArea(claim) === claim;

/**
 * The person's one department. Several, or something that is no code of a department, count as
 * none: nobody knows then of which department the person is not.
 */
const departmentIn = (claim: string): string | undefined => {
  const [code, ...others] = splitClaim(claim);
  return code !== undefined && others.length === 0 && isCreditCode(code) ? code : undefined;
};

const claimsOf = (request: HttpRequest): Readonly<Record<string, unknown>> => {
  const { authorizer } = (request as Partial<APIGatewayProxyEventV2WithJWTAuthorizer>)
    .requestContext as { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
  return authorizer?.jwt?.claims ?? {};
};

/**
 * Returns the person of the bearer token, whose signature the gateway has verified.
 *
 * @throws Problem unless the token names one person and the area of one
 */
export const staffOf = (request: HttpRequest, claimPrefix: string): Staff => {
  const claims = claimsOf(request);
  const readClaim = (name: string): string => {
    const value = claims[name];
    return typeof value === 'string' ? value : '';
  };
  const id = readClaim('sub');
  const area = readClaim(`${claimPrefix}area`);
  if (!isPersonId(id) || isNull(id)) throw new Problem('role_missing', { fact: 'sub' });
  if (!isOwnArea(area)) throw new Problem('role_missing', { fact: 'area' });
  return {
    id,
    area,
    roles: rolesIn(readClaim(`${claimPrefix}roles`)),
    department: departmentIn(readClaim(`${claimPrefix}department`)),
  };
};

/** Throws unless the person has one of `roles`. */
export const requireRole = (staff: Staff, roles: readonly StaffRole[]): void => {
  if (!staff.roles.some((role) => roles.includes(role))) {
    throw new Problem('role_missing', { fact: roles.join(' | ') });
  }
};

export const canReach = (staff: Staff, area: string): boolean => reachesArea(staff.area, area);

/**
 * For something that the request names by its id: out of reach, it is answered as if it were not
 * there, so that nobody learns from the difference that it exists.
 */
export const requireKnown = (
  staff: Staff,
  area: string,
  unknown: ConstructorParameters<typeof Problem>[0],
): void => {
  if (!canReach(staff, area)) throw new Problem(unknown);
};

export const requireReach = (staff: Staff, area: string): void => {
  if (!canReach(staff, area)) throw new Problem('out_of_scope');
};

/** Whether a role sees everything in its area; the others see only their department's data. */
const oversees: Readonly<Record<StaffRole, boolean>> = {
  handler: false,
  supervisor: true,
  reviewer: true,
  hall_admin: false,
  clerk: false,
  hotline_operator: false,
  system_admin: false,
  auditor: true,
};

export const overseers: readonly StaffRole[] = staffRoles.filter((role) => oversees[role]);

export const isOverseer = (staff: Staff): boolean => staff.roles.some((role) => oversees[role]);

/** Whether the person works on the tickets of a department. */
export const isHandler = ({ roles }: Staff): boolean => roles.includes('handler');

/** Whose tickets and notices the person sees unless others are asked for. */
export const ownView = (staff: Staff): 'department' | 'area' =>
  isHandler(staff) ? 'department' : 'area';
