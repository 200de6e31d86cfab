import { mapConcurrent } from '../../shared/concurrency.ts';
import { cityCode, countingArea } from '../../shared/domain/area/area.ts';
import { areaInCreditCode } from '../../shared/domain/number/identifier.ts';
import type { RatableNoun } from '../../shared/domain/oversight/register.ts';
import type { ReferenceDeps } from '../../shared/http/oversight/listed.ts';

/** Registers that are read concurrently. */
const width = 8;

/**
 * Returns the names of a noun by the registers of the city and of these areas. Of several the name of
 * the area that registered the department counts, whose code begins that of its matters as well; then
 * that of the city. What cases say is whatever the last of them said.
 */
export const listedNames = async (
  noun: RatableNoun,
  areas: readonly string[],
  { registers }: ReferenceDeps,
): Promise<(code: string) => string | undefined> => {
  const ordered = [...new Set([cityCode, ...areas])];
  const lists = await mapConcurrent(ordered, width, async (area) => {
    const register = await registers.find({ noun, area });
    return [area, new Map(register?.entries.map(({ code, name }) => [code, name]))] as const;
  });
  const byArea = new Map(lists);
  return (code) => {
    const home = byArea.get(countingArea(areaInCreditCode(code)))?.get(code);
    return home ?? lists.find(([, names]) => names.has(code))?.[1].get(code);
  };
};
