import { countingArea, isCityArea } from '../area/area.ts';
import { areaOfHall } from '../pad/pad.ts';
import type { Channel } from '../rating/channel.ts';
import { isWholeCity, reachesArea } from './staff-role.ts';

/** What a key may be used for: every call is checked against all members. */
export interface IntegratorScope {
  /** 6 digits each; `330600` means the whole city. */
  readonly areas: readonly string[];
  /** 统一社会信用代码 of the departments whose cases it reports. */
  readonly departments: 'all' | readonly string[];
  /** The channels for which it may invite. */
  readonly channels: readonly Channel[];
  /** 办件统一编号 begin with one of them; without any, every number is allowed. */
  readonly numberPrefixes: readonly string[];
}

/** The member of a scope that does not allow a call. */
export type ScopeMember = keyof IntegratorScope;

/** What a call of an integrator names; each fact that is there has to be within the scope. */
export interface ScopedCall {
  readonly projectNo?: string | undefined;
  readonly area?: string | undefined;
  readonly creditCode?: string | undefined;
  /** A window's pad shows what is reported of it, so its hall counts like the area of a case. */
  readonly hall?: string | undefined;
  readonly channel?: Channel | undefined;
}

export type ScopedFact = keyof ScopedCall;

/** The member of the scope that decides each fact. */
export const scopeMembers = {
  projectNo: 'numberPrefixes',
  area: 'areas',
  creditCode: 'departments',
  hall: 'areas',
  channel: 'channels',
} as const satisfies Record<ScopedFact, ScopeMember>;

/** Whether a key is for an area as a whole. */
export const isOfAreas = ({ areas }: IntegratorScope, area: string): boolean =>
  areas.some((own) => reachesArea(own, countingArea(area)));

const isWithin: {
  readonly [Fact in ScopedFact]: (
    scope: IntegratorScope,
    fact: NonNullable<ScopedCall[Fact]>,
  ) => boolean;
} = {
  projectNo: ({ numberPrefixes }, projectNo) =>
    numberPrefixes.length === 0 || numberPrefixes.some((prefix) => projectNo.startsWith(prefix)),
  area: isOfAreas,
  creditCode: ({ departments }, creditCode) =>
    departments === 'all' || departments.includes(creditCode),
  // A code without an area is no window of anybody; such a case is kept, and listed as unlisted.
  hall: (scope, hall) => !isCityArea(areaOfHall(hall)) || isOfAreas(scope, areaOfHall(hall)),
  channel: ({ channels }, channel) => channels.includes(channel),
};

/** Returns the first fact that the scope does not allow; undefined for a call within it. */
export const factOutsideScope = (
  scope: IntegratorScope,
  { projectNo, area, creditCode, hall, channel }: ScopedCall,
): ScopedFact | undefined => {
  if (projectNo !== undefined && !isWithin.projectNo(scope, projectNo)) return 'projectNo';
  if (area !== undefined && !isWithin.area(scope, area)) return 'area';
  if (creditCode !== undefined && !isWithin.creditCode(scope, creditCode)) return 'creditCode';
  if (hall !== undefined && !isWithin.hall(scope, hall)) return 'hall';
  return channel === undefined || isWithin.channel(scope, channel) ? undefined : 'channel';
};

/**
 * Returns the member that keeps a scope from being everything in the city; undefined when it is.
 * Channels are for invitations only.
 */
export const memberBelowCity = ({
  areas,
  departments,
  numberPrefixes,
}: IntegratorScope): ScopeMember | undefined => {
  if (!areas.some((area) => isWholeCity(area))) return 'areas';
  if (departments !== 'all') return 'departments';
  return numberPrefixes.length === 0 ? undefined : 'numberPrefixes';
};

/** The area that the persons who admit such a key must reach. */
export const reachOfScope = (
  { areas }: Pick<IntegratorScope, 'areas'>,
  cityCode: string,
): string => {
  const [first, ...others] = areas;
  return first !== undefined && others.every((area) => area === first) ? first : cityCode;
};
