/**
 * References to departments, halls and windows, checked against the registers of their area. While an
 * area has no register every reference is accepted, so that an installation can begin; it is shown
 * as unlisted.
 */
import type { Register } from './register.ts';

type Entries = Pick<Register, 'entries'>;

export type ReferenceRefusal = 'department_unlisted' | 'hall_unlisted' | 'window_unlisted';

export const refusedDepartment = (
  departments: Entries | undefined,
  creditCode: string,
): ReferenceRefusal | undefined =>
  departments === undefined || departments.entries.some(({ code }) => code === creditCode)
    ? undefined
    : 'department_unlisted';

/**
 * Returns the first of the departments that no register of the areas lists. While one of the areas
 * has no register, the department may be there.
 */
export const firstUnlisted = (
  registers: readonly (Entries | undefined)[],
  creditCodes: readonly string[],
): string | undefined =>
  creditCodes.find((creditCode) =>
    registers.every((register) => refusedDepartment(register, creditCode) !== undefined),
  );

/** A window, or a terminal, which is named by a code of the same form. */
export interface HallPlace {
  readonly hall: string;
  readonly window: string;
}

export const refusedPlace = (
  halls: Entries | undefined,
  { hall, window }: HallPlace,
): ReferenceRefusal | undefined => {
  if (halls === undefined) return undefined;
  const known = halls.entries.find(({ code }) => code === hall);
  if (known === undefined) return 'hall_unlisted';
  const isListed = [known.windows, known.terminals].some((codes) => codes?.includes(window));
  return isListed ? undefined : 'window_unlisted';
};
