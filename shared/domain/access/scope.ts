import type { Channel } from '../rating/channel.ts';
import { reachesArea } from './staff-role.ts';

/** What a key may be used for: every call is checked against all members. */
export interface IntegratorScope {
  /** 6 digits each; `330600` means the whole city. */
  readonly areas: readonly string[];
  /** 统一社会信用代码 of the departments whose cases it reports. */
  readonly departments: 'all' | readonly string[];
  /** The channels for which it may invite. */
  readonly channels: readonly Channel[];
  /** 申办流水号 begin with one of them; without any, every number is allowed. */
  readonly numberPrefixes: readonly string[];
}

/** What a call of an integrator is about. */
export interface ScopedCase {
  readonly projectNo: string;
  readonly area: string;
  readonly creditCode: string;
}

/** The member of a scope that does not allow a call. */
export type ScopeMember = 'areas' | 'departments' | 'channels' | 'numberPrefixes';

/** Returns the first member of the scope that a case is outside of; undefined for one within. */
export const outsideOfScope = (
  { areas, departments, numberPrefixes }: IntegratorScope,
  { projectNo, area, creditCode }: ScopedCase,
): ScopeMember | undefined => {
  if (!areas.some((own) => reachesArea(own, area))) return 'areas';
  if (departments !== 'all' && !departments.includes(creditCode)) return 'departments';
  const isNumbered = numberPrefixes.some((prefix) => projectNo.startsWith(prefix));
  return numberPrefixes.length === 0 || isNumbered ? undefined : 'numberPrefixes';
};

/** The area that whoever admits such a key must reach. */
export const reachOfScope = ({ areas }: IntegratorScope, cityCode: string): string => {
  const [first, ...others] = areas;
  return first !== undefined && others.every((area) => area === first) ? first : cityCode;
};
