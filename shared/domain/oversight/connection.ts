/** 自建系统对接: which listed systems are connected, and which connected ones no register lists. */
import type { IntegratorRight } from '../access/integrator.ts';
import { reachOfScope } from '../access/scope.ts';
import type { IntegratorScope } from '../access/scope.ts';
import { cityCode, countingArea } from '../area/area.ts';
import { shareOf } from '../figures/measure.ts';
import type { Rate } from '../figures/measure.ts';
import type { Register, RegisterEntry } from './register.ts';

/** An active key of another system. */
export interface ActiveKey {
  readonly system: string;
  readonly may: readonly IntegratorRight[];
  readonly scope: IntegratorScope;
}

interface NotConnected extends Pick<RegisterEntry, 'code' | 'name'> {
  readonly area: string;
}

export interface Connection {
  /** 对接率: the share of listed systems that have an active key. */
  readonly rate: Rate;
  /** Systems with an active key for these areas that none of the registers lists. */
  readonly unlisted: number;
  readonly notConnected: readonly NotConnected[];
}

/** The key of the provincial center belongs to no self-built system. */
const isOfSystem = ({ may }: ActiveKey): boolean => !may.includes('center');

/**
 * Whether a key connects a system of the area: it reports cases, of the area by name; a system of
 * the city may report those of any. A key for the whole city is of none of its areas.
 */
export const isConnecting = ({ may, scope }: Pick<ActiveKey, 'may' | 'scope'>, area: string) =>
  may.includes('cases') &&
  (area === cityCode || scope.areas.some((one) => countingArea(one) === area));

/** Compares the registers of systems of these areas with the active keys. */
export const connectionOf = (
  registers: readonly Pick<Register, 'area' | 'entries'>[],
  areas: readonly string[],
  keys: readonly ActiveKey[],
): Connection => {
  const own = keys.filter(isOfSystem);
  const listed = registers.flatMap(({ area, entries }) =>
    entries.map(({ code, name, system }) => ({ area, code, name, system })),
  );
  const isConnected = ({ area, system }: (typeof listed)[number]): boolean =>
    own.some((key) => key.system === system && isConnecting(key, area));
  const known = new Set(listed.map(({ system }) => system));
  const here = own.filter(({ scope }) => areas.includes(reachOfScope(scope, cityCode)));
  const unlisted = new Set(here.map(({ system }) => system).filter((one) => !known.has(one)));
  return {
    rate: shareOf(listed.filter((one) => isConnected(one)).length, listed.length),
    unlisted: unlisted.size,
    notConnected: listed
      .filter((one) => !isConnected(one))
      .map(({ area, code, name }) => ({ area, code, name })),
  };
};
