import { countingArea } from '../../shared/domain/area/area.ts';
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

/** Of an area without a register every department is accepted. */
const isUnlisted = async ({ area, creditCode }: Rating, { registers }: OpeningDeps) => {
  const key = { noun: 'departments', area: countingArea(area) } as const;
  return refusedDepartment(await registers.find(key), creditCode) !== undefined;
};

/** Returns the ticket that a rating opens; only for a bad one is the register read. */
export const openingFor = async (
  rating: Rating,
  rules: Rules,
  deps: OpeningDeps,
): Promise<Opening | undefined> =>
  isBad(rating.level, rules.policy)
    ? openingOf(rating, rules, await isUnlisted(rating, deps))
    : undefined;
