import { placeAt } from '../../domain/area/place-list.ts';
import type { PlaceList } from '../../domain/area/place-list.ts';
import type { Places } from '../../port/oversight/places.ts';
import { oversightProblems } from '../problem/oversight.table.ts';
import { Problem } from '../problem/problem.ts';

export interface ListedAreaDeps {
  readonly places: Pick<Places, 'fresh'>;
}

/**
 * Refuses to set something up in an area that the city does not list, or that it closed. What
 * happened, as a case, is taken under any code of the city. Returns the list that it read.
 */
export const requireListedAreas = async (
  areas: readonly string[],
  { places }: ListedAreaDeps,
): Promise<PlaceList> => {
  const list = await places.fresh();
  for (const area of areas) {
    const standing = placeAt(list, area)?.standing ?? 'unlisted';
    if (standing === 'listed') continue;
    const problem = standing === 'closed' ? 'area_closed' : 'area_unlisted';
    throw new Problem(oversightProblems[problem]);
  }
  return list;
};
