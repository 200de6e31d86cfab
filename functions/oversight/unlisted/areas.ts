import { reachesArea } from '../../../shared/domain/access/staff-role.ts';
import { cityCode } from '../../../shared/domain/area/area.ts';
import type { PlaceList } from '../../../shared/domain/area/place-list.ts';
import { coverageLines } from '../../../shared/domain/oversight/coverage.ts';
import type { SummaryDeps } from '../coverage-summary.ts';
import type { UnlistedLine } from '../coverage-view.ts';

/** Returns the areas within reach that cases name and the city does not list. */
export const unlistedAreas = async (
  area: string,
  places: PlaceList,
  { registers, figures }: SummaryDeps,
): Promise<readonly UnlistedLine[]> => {
  const unlisted = places.filter(
    ({ code, standing }) => standing === 'unlisted' && reachesArea(area, code),
  );
  const codes = new Set(unlisted.map(({ code }) => code));
  if (codes.size === 0) return [];
  const [register, seen] = await Promise.all([
    registers.find({ noun: 'areas', area: cityCode }),
    figures.members('area', [cityCode]),
  ]);
  return coverageLines(
    [],
    seen.filter(({ id }) => codes.has(id)),
  ).map((line) => ({
    ...line,
    area: line.code,
    noun: 'areas',
    hasRegister: register !== undefined,
  }));
};
