import type { StaffRole } from '../../../../shared/domain/access/staff-role.ts';

/** One person who can sign in locally. On AWS the same claims come from the city's own issuer. */
export interface LocalAccount {
  /** The `sub` claim, and the value of `account` at the token endpoint. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** 统一社会信用代码 of the department the person belongs to. */
  readonly department: string;
  readonly departmentName: string;
  /** 行政区划, 6 digits; 330600 for the city itself. */
  readonly area: string;
  readonly areaName: string;
}
