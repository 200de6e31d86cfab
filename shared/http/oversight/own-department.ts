import { countingArea } from '../../domain/area/area.ts';
import { areaInCreditCode } from '../../domain/number/identifier.ts';
import type { ReferenceDeps } from './listed.ts';

/**
 * Returns whether a department is one of the area: it was registered there, or the area lists it.
 * That it has a case there makes it none: everybody who reports a case could bring that about.
 */
export const ownDepartments = async (
  area: string,
  { registers }: ReferenceDeps,
): Promise<(creditCode: string) => boolean> => {
  const own = countingArea(area);
  const register = await registers.find({ noun: 'departments', area: own });
  const listed = new Set(register?.entries.map(({ code }) => code));
  return (creditCode) =>
    listed.has(creditCode) || countingArea(areaInCreditCode(creditCode)) === own;
};
