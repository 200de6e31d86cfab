import { ownCodeOf, placeAt } from '../domain/area/place-list.ts';
import type { PlaceList } from '../domain/area/place-list.ts';
import { Problem } from './problem/problem.ts';
import { requireReach } from './staff.ts';
import type { Staff } from './staff.ts';

/**
 * Refuses the code of an area that the city neither lists nor has seen: an answer about it would be
 * empty and look like an answer.
 */
export const requireKnownArea = (area: string, places: PlaceList): void => {
  const isKnown = [area, ownCodeOf(places, area)].some((code) => placeAt(places, code));
  if (!isKnown) throw new Problem('area_unknown');
};

/** Returns the area that a query asks about, by default the person's own, if it is within reach. */
export const areaAskedBy = (staff: Staff, asked: string | undefined, places: PlaceList): string => {
  if (asked === undefined) return staff.area;
  requireReach(staff, asked);
  requireKnownArea(asked, places);
  return asked;
};
