import { areaOf, cityCode, countingArea } from '../../shared/domain/area/area.ts';
import { listedName, placeListOf } from '../../shared/domain/area/place-list.ts';
import { refusedDepartment } from '../../shared/domain/oversight/reference.ts';
import { isBad } from '../../shared/domain/rating/rating.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import { openingOf } from '../../shared/domain/ticket/opening.ts';
import type { Opening } from '../../shared/domain/ticket/opening.ts';
import type { Rules } from '../../shared/domain/ticket/ticket.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';

export interface OpeningDeps {
  readonly registers: Pick<RegisterStore, 'find'>;
}

/** The areas that are shipped are listed; only for another one the city's own list is read. */
const isOfListedArea = async ({ area }: Rating, { registers }: OpeningDeps): Promise<boolean> => {
  if (areaOf(area) !== undefined) return true;
  const areas = await registers.find({ noun: 'areas', area: cityCode });
  return listedName(placeListOf(areas?.entries ?? [], []), area) !== undefined;
};

/** Of an area without a register every department is accepted. */
const isOfListedDepartment = async (
  { area, creditCode }: Rating,
  { registers }: OpeningDeps,
): Promise<boolean> => {
  const key = { noun: 'departments', area: countingArea(area) } as const;
  return refusedDepartment(await registers.find(key), creditCode) === undefined;
};

/** Whether perhaps nobody reads the inbox of the department, or that of the supervisors of its area. */
const isUnlisted = async (rating: Rating, deps: OpeningDeps): Promise<boolean> =>
  !(await isOfListedDepartment(rating, deps)) || !(await isOfListedArea(rating, deps));

/** Returns the ticket that a rating opens; only for a bad one are registers read. */
export const openingFor = async (
  rating: Rating,
  rules: Rules,
  deps: OpeningDeps,
): Promise<Opening | undefined> =>
  isBad(rating.level, rules.policy)
    ? openingOf(rating, rules, await isUnlisted(rating, deps))
    : undefined;
