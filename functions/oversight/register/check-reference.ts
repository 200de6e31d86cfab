import { cityCode, countingArea } from '../../../shared/domain/area/area.ts';
import { areaInCreditCode } from '../../../shared/domain/number/identifier.ts';
import { isConnecting } from '../../../shared/domain/oversight/connection.ts';
import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import { isSameValue } from '../../../shared/domain/text/canonical-json.ts';
import type { ListedAreaDeps } from '../../../shared/http/oversight/listed-area.ts';
import { departmentsElsewhere } from '../../../shared/http/oversight/listed.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import type { RegisterKey, RegisterStore } from '../../../shared/port/oversight/register-store.ts';
import { activeKeys } from '../connection.ts';
import type { ConnectionDeps } from '../connection.ts';
import type { Wrong } from './check-place.ts';

export interface ReferencedDeps extends Pick<ConnectionDeps, 'integrators'>, ListedAreaDeps {
  readonly registers: Pick<RegisterStore, 'find' | 'kept'>;
}

type WrongIn = (entry: RegisterEntry) => readonly Wrong[];

/**
 * A department is on the list of one area: on that of another its tickets would be sent there as if
 * they stayed. The area that registered it may always list it, also when another was first.
 */
const wrongDepartments = async ({ area }: RegisterKey, deps: ReferencedDeps): Promise<WrongIn> => {
  const elsewhere = await departmentsElsewhere(area, deps);
  return ({ code }) =>
    elsewhere.has(code) && countingArea(areaInCreditCode(code)) !== area
      ? [['code', 'listed_elsewhere']]
      : [];
};

/** The system of an entry is one that reports the cases of this area; of the city, of any. */
const wrongSystems = async (
  { area }: RegisterKey,
  entries: readonly RegisterEntry[],
  deps: ReferencedDeps,
): Promise<WrongIn> => {
  const [elsewhere, keys] = await Promise.all([
    area === cityCode ? new Set<string>() : departmentsElsewhere(area, deps),
    activeKeys(deps.integrators),
  ]);
  const known = new Set(keys.filter((key) => isConnecting(key, area)).map(({ system }) => system));
  const named = Map.groupBy(entries, ({ system }) => system);
  return ({ code, department = '', system }) => {
    const wrong: Wrong[] = [];
    if (elsewhere.has(department)) wrong.push(['department', 'listed_elsewhere']);
    if (system === undefined) return wrong;
    if (!known.has(system)) wrong.push(['system', 'system_unknown']);
    if (named.get(system)?.[0]?.code !== code) wrong.push(['system', 'named_twice']);
    return wrong;
  };
};

/** The town or village of a place, and of a hall also the one that its code names. */
const townsOf = ({ code, area = '' }: RegisterEntry, { noun }: RegisterKey) => ({
  area: area.length > 6 ? area : undefined,
  code: noun === 'halls' ? /^(\d{9}|\d{12})-/.exec(code)?.[1] : undefined,
});

/** Towns are those that the area lists, once it lists any. */
const wrongTowns = async (key: RegisterKey, { registers }: ReferencedDeps): Promise<WrongIn> => {
  const places = await registers.find({ noun: 'areas', area: key.area });
  if (places === undefined || places.entries.length === 0) return () => [];
  const listed = new Set(places.entries.map(({ code }) => code));
  return (entry) => {
    const towns = townsOf(entry, key);
    return (['code', 'area'] as const)
      .filter((member) => towns[member] !== undefined && !listed.has(towns[member]))
      .map((member) => [member, 'place_unlisted']);
  };
};

const checksOf = async (
  key: RegisterKey,
  entries: readonly RegisterEntry[],
  deps: ReferencedDeps,
): Promise<readonly WrongIn[]> => {
  switch (key.noun) {
    case 'departments':
      return Promise.all([wrongDepartments(key, deps), wrongTowns(key, deps)]);
    case 'halls':
      return [await wrongTowns(key, deps)];
    case 'systems':
      return [await wrongSystems(key, entries, deps)];
    case 'areas':
    case 'indicators':
    case 'matters':
      return [];
    default:
      return key.noun satisfies never;
  }
};

interface Lists {
  readonly entries: readonly RegisterEntry[];
  readonly before: readonly RegisterEntry[];
}

/**
 * Returns the errors of what a list names in other lists, by path. An entry that is in force stays
 * as it is, so that a change elsewhere does not keep an area from changing the rest of its list.
 */
export const wrongReferences = async (
  key: RegisterKey,
  { entries, before }: Lists,
  deps: ReferencedDeps,
): Promise<readonly FieldError[]> => {
  const checks = await checksOf(key, entries, deps);
  if (checks.length === 0) return [];
  const inForce = new Map(before.map((entry) => [entry.code, entry]));
  return entries.flatMap((entry, index) =>
    isSameValue(entry, inForce.get(entry.code))
      ? []
      : checks
          .flatMap((wrongIn) => wrongIn(entry))
          .map(([member, problem]) => ({ path: `/entries/${index}/${member}`, problem })),
  );
};
