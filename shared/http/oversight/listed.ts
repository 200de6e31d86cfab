import { mapConcurrent } from '../../concurrency.ts';
import type { IntegratorScope } from '../../domain/access/scope.ts';
import { reachesArea } from '../../domain/access/staff-role.ts';
import { countingArea } from '../../domain/area/area.ts';
import type { PlaceList } from '../../domain/area/place-list.ts';
import {
  firstUnlisted,
  refusedDepartment,
  refusedPlace,
} from '../../domain/oversight/reference.ts';
import type { HallPlace, ReferenceRefusal } from '../../domain/oversight/reference.ts';
import { areaOfHall } from '../../domain/pad/pad.ts';
import type { RegisterStore } from '../../port/oversight/register-store.ts';
import { oversightProblems } from '../problem/oversight.table.ts';
import { Problem } from '../problem/problem.ts';
import { requireListedAreas } from './listed-area.ts';
import type { ListedAreaDeps } from './listed-area.ts';

/** The registers against which references are checked. */
export interface ReferenceDeps {
  readonly registers: Pick<RegisterStore, 'find'>;
}

interface DepartmentPlace {
  readonly creditCode: string;
  /** 6 digits, or more of a town. */
  readonly area: string;
}

const requireNone = (refusal: ReferenceRefusal | undefined): void => {
  if (refusal !== undefined) throw new Problem(oversightProblems[refusal]);
};

/**
 * Refuses a department that the register of its area does not list. Without a register nobody knows
 * whether the department exists, and the answer is `unchecked`.
 */
export const requireListedDepartment = async (
  { creditCode, area }: DepartmentPlace,
  { registers }: ReferenceDeps,
): Promise<'listed' | 'unchecked'> => {
  const register = await registers.find({ noun: 'departments', area: countingArea(area) });
  requireNone(refusedDepartment(register, creditCode));
  return register === undefined ? 'unchecked' : 'listed';
};

/** The areas of which a key may report cases: all of them for the whole city. */
const reportedAreas = (places: PlaceList, scope: readonly string[]): readonly string[] =>
  places
    .filter(({ standing }) => standing === 'listed')
    .map(({ code }) => code)
    .filter((code) => scope.some((own) => reachesArea(own, code)));

/**
 * Refuses a scope of areas that the city does not list, and departments that no register of its
 * areas lists, if each area has one.
 */
export const requireListedScope = async (
  scope: IntegratorScope,
  { registers, places }: ReferenceDeps & ListedAreaDeps,
): Promise<void> => {
  const list = await requireListedAreas(scope.areas, { places });
  if (scope.departments === 'all') return;
  const keys = reportedAreas(list, scope.areas).map(
    (area) => ({ noun: 'departments', area }) as const,
  );
  const known = await Promise.all(keys.map((key) => registers.find(key)));
  const fact = firstUnlisted(known, scope.departments);
  if (fact !== undefined) throw new Problem(oversightProblems.department_unlisted, { fact });
};

/** Areas that are read concurrently. */
const width = 8;

/** Returns the departments that other areas of the city list, by their codes. */
export const departmentsElsewhere = async (
  area: string,
  { registers, places }: ReferenceDeps & ListedAreaDeps,
): Promise<ReadonlySet<string>> => {
  const others = (await places.fresh()).map(({ code }) => code).filter((code) => code !== area);
  const found = await mapConcurrent(others, width, (other) =>
    registers.find({ noun: 'departments', area: other }),
  );
  return new Set(found.flatMap((register) => register?.entries.map(({ code }) => code) ?? []));
};

/** Refuses a window or terminal that the register of halls does not list, if there is one. */
export const requireListedPlace = async (
  place: HallPlace,
  { registers }: ReferenceDeps,
): Promise<void> => {
  const key = { noun: 'halls', area: countingArea(areaOfHall(place.hall)) } as const;
  requireNone(refusedPlace(await registers.find(key), place));
};
