import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

import type { HttpRequest } from './edge.ts';
import { Problem } from './problem.ts';

export const staffRoles = [
  'handler', // 部门承办人
  'supervisor', // 督办监督员
  'reviewer', // 复核员(信访)
  'hall_admin', // 大厅管理员
  'clerk', // 大厅工作人员
  'hotline_operator', // 12345 话务员
  'system_admin', // 系统管理员
  'auditor', // 审计员
] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface Staff {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  /** 统一社会信用代码 of the person's department. */
  readonly department?: string | undefined;
  /** 6 digits; `330600` stands for the whole city. */
  readonly area: string;
}

/** A list claim arrives from the gateway as `[a b]`, from other issuers as `a,b` or `a b`. */
const listed = (claim: string): readonly string[] =>
  claim
    .replaceAll(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((part) => part !== '');

const isRole = (name: string): name is StaffRole =>
  (staffRoles as readonly string[]).includes(name);

const claimsOf = (request: HttpRequest): Readonly<Record<string, unknown>> => {
  const { authorizer } = (request as Partial<APIGatewayProxyEventV2WithJWTAuthorizer>)
    .requestContext as { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
  return authorizer?.jwt?.claims ?? {};
};

/** The person behind the bearer token, whose signature the gateway has checked. */
export const staffOf = (request: HttpRequest, claimPrefix: string): Staff => {
  const claims = claimsOf(request);
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const id = text('sub');
  const area = text(`${claimPrefix}area`);
  if (id === undefined || area === undefined) throw new Problem('role_missing', { fact: 'area' });
  return {
    id,
    area,
    roles: listed(text(`${claimPrefix}roles`) ?? '').filter((name) => isRole(name)),
    department: text(`${claimPrefix}department`),
  };
};

/** The person, if one of `roles` is theirs. */
export const staffWith = (
  request: HttpRequest,
  claimPrefix: string,
  roles: readonly StaffRole[],
): Staff => {
  const staff = staffOf(request, claimPrefix);
  if (!staff.roles.some((role) => roles.includes(role))) {
    throw new Problem('role_missing', { fact: roles.join(' | ') });
  }
  return staff;
};

/** City staff (`330600`) reach every area, others their own with its towns. */
export const reaches = (staff: Staff, area: string): boolean =>
  staff.area.endsWith('00') ? area.startsWith(staff.area.slice(0, 4)) : area.startsWith(staff.area);

export const requireReach = (staff: Staff, area: string): void => {
  if (!reaches(staff, area)) throw new Problem('out_of_scope');
};
