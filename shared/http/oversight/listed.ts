import { countingArea } from '../../domain/area/area.ts';
import { refusedDepartment, refusedPlace } from '../../domain/oversight/reference.ts';
import type { HallPlace, ReferenceRefusal } from '../../domain/oversight/reference.ts';
import { areaOfHall } from '../../domain/pad/pad.ts';
import type { RegisterStore } from '../../port/oversight/register-store.ts';
import { oversightProblems } from '../problem/oversight.table.ts';
import { Problem } from '../problem/problem.ts';

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

/** Refuses a department that the register of its area does not list, if there is one. */
export const requireListedDepartment = async (
  { creditCode, area }: DepartmentPlace,
  { registers }: ReferenceDeps,
): Promise<void> => {
  const key = { noun: 'departments', area: countingArea(area) } as const;
  requireNone(refusedDepartment(await registers.find(key), creditCode));
};

/** Refuses a window or terminal that the register of halls does not list, if there is one. */
export const requireListedPlace = async (
  place: HallPlace,
  { registers }: ReferenceDeps,
): Promise<void> => {
  const key = { noun: 'halls', area: countingArea(areaOfHall(place.hall)) } as const;
  requireNone(refusedPlace(await registers.find(key), place));
};
