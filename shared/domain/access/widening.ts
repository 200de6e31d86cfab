import type { IntegratorRight } from './integrator.ts';
import type { IntegratorScope, ScopeMember } from './scope.ts';
import { reachesArea } from './staff-role.ts';

/** What a key may do. */
interface KeyRights {
  readonly may: readonly IntegratorRight[];
  readonly scope: IntegratorScope;
}

/** The rights, or the member of the scope, in which one key goes further than another. */
export const widenedMembers = [
  'may',
  'areas',
  'departments',
  'channels',
  'numberPrefixes',
] as const satisfies readonly ('may' | ScopeMember)[];
export type WidenedMember = (typeof widenedMembers)[number];

/** 同一系统的其他密钥: an active key of the same system, and where a new one goes beyond it. */
export interface KeyBeside {
  readonly accessKey: string;
  readonly widens: readonly WidenedMember[];
}

const isListed = <T>(known: readonly T[], next: readonly T[]): boolean =>
  next.every((one) => known.includes(one));

const hasDepartments = (
  known: IntegratorScope['departments'],
  next: IntegratorScope['departments'],
): boolean => known === 'all' || (next !== 'all' && isListed(known, next));

/** Without a beginning every number is allowed. */
const hasNumbers = (known: readonly string[], next: readonly string[]): boolean =>
  known.length === 0 ||
  (next.length > 0 && next.every((one) => known.some((prefix) => one.startsWith(prefix))));

/** Returns where a new key would go further than a known one: nowhere, when it says the same. */
export const widenedBy = (known: KeyRights, next: KeyRights): readonly WidenedMember[] => {
  const [before, after] = [known.scope, next.scope];
  const isCovered: Readonly<Record<WidenedMember, boolean>> = {
    may: isListed(known.may, next.may),
    areas: after.areas.every((area) => before.areas.some((own) => reachesArea(own, area))),
    departments: hasDepartments(before.departments, after.departments),
    channels: isListed(before.channels, after.channels),
    numberPrefixes: hasNumbers(before.numberPrefixes, after.numberPrefixes),
  };
  return widenedMembers.filter((member) => !isCovered[member]);
};
