import { mapConcurrent } from '../../shared/concurrency.ts';
import type { PlaceList } from '../../shared/domain/area/place-list.ts';
import { homesIn } from '../../shared/domain/figures/home.ts';
import type { Homes } from '../../shared/domain/figures/home.ts';
import { codeOfScope, partsOfScope, scopeIn } from '../../shared/domain/figures/scope.ts';
import type { Scope, ScopeKind } from '../../shared/domain/figures/scope.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';

export interface HomesDeps {
  readonly registers: Pick<RegisterStore, 'find'>;
}

/** Whatever is counted by area, and the register that says whose it is. */
const nouns = {
  department: 'departments',
  staff: 'departments',
  matter: 'matters',
} as const satisfies Partial<Record<ScopeKind, string>>;

export type HomeKind = keyof typeof nouns;

export const isHomeKind = (kind: ScopeKind): kind is HomeKind => kind in nouns;

/** Registers that are read concurrently. */
const width = 8;

/** Reads the registers that say to which areas departments, or matters, belong. */
export const readHomes = async (
  kind: HomeKind,
  places: PlaceList,
  { registers }: HomesDeps,
): Promise<Homes> => {
  const found = await mapConcurrent(places, width, ({ code: area }) =>
    registers.find({ noun: nouns[kind], area }),
  );
  const lists = found.flatMap((register) =>
    register === undefined ? [] : [[register.area, register.entries] as const],
  );
  return homesIn(new Map(lists), places);
};

/** Returns the counters whose sum is a scope. */
export const countersOf = (scope: Scope, homes: Homes | undefined): readonly Scope[] => {
  if (homes === undefined || partsOfScope(scope).area !== undefined) return [scope];
  return homes.areasOf(codeOfScope(scope)).map((area) => scopeIn(area, scope));
};

/** Reads what `countersOf` needs of a scope; undefined when it is one counter. */
export const homesFor = async (
  { kind, id }: Scope,
  places: PlaceList,
  deps: HomesDeps,
): Promise<Homes | undefined> =>
  isHomeKind(kind) && partsOfScope({ kind, id }).area === undefined
    ? readHomes(kind, places, deps)
    : undefined;
