/**
 * 归属: the areas whose counts are the figures of a department or a matter. A code that occurs in
 * another area counts there and changes no line of its own areas, so no area moves or renames what
 * belongs to another.
 */
import { cityCode, countingArea, isCityArea } from '../area/area.ts';
import { ownCodeOf } from '../area/place-list.ts';
import type { PlaceList } from '../area/place-list.ts';
import { areaInCreditCode } from '../number/identifier.ts';
import type { RegisterEntry } from '../oversight/register.ts';

/** The departments or the matters that each area lists; an area without a register is absent. */
export type ListedByArea = ReadonlyMap<string, readonly RegisterEntry[]>;

export interface Homes {
  /** Returns the areas that are the code's own, 6 digits each. */
  areasOf(code: string): readonly string[];
  /** Returns the name under which an own area lists it. */
  nameOf(code: string): string | undefined;
}

type ListedEntries = ReadonlyMap<string, RegisterEntry>;

interface Listing {
  readonly area: string;
  readonly entry: RegisterEntry;
}

/** The area that registered a department; the code of a matter begins with that of its department. */
const areaInCode = (code: string): string | undefined => {
  if (!/^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}/u.test(code)) return undefined;
  const area = areaInCreditCode(code);
  return isCityArea(area) ? countingArea(area) : undefined;
};

/**
 * The list of the area in the code goes first, then that of the city. No other area speaks for a code:
 * one that lists it takes no counts from those where it occurs, and gives it no name.
 */
const listingsOf = (
  own: string | undefined,
  { code, listed }: { readonly code: string; readonly listed: ReadonlyMap<string, ListedEntries> },
): readonly Listing[] => {
  const at = (area: string): readonly Listing[] => {
    const entry = listed.get(area)?.get(code);
    return entry === undefined ? [] : [{ area, entry }];
  };
  return [own ?? cityCode, cityCode].flatMap(at).slice(0, 1);
};

/** Counts of a registered alias are those of its area. */
const withAliases = (areas: readonly string[], places: PlaceList): readonly string[] => {
  const own = new Set(areas);
  const codes = places.map(({ code }) => code);
  return [...own, ...codes.filter((code) => !own.has(code) && own.has(ownCodeOf(places, code)))];
};

/**
 * What belongs to no area in particular counts wherever it occurs: a code that names no area of the
 * city, and units of the city until the city lists its own.
 */
export const homesIn = (lists: ListedByArea, places: PlaceList): Homes => {
  const listed = new Map(
    [...lists].map(([area, entries]) => [area, new Map(entries.map((one) => [one.code, one]))]),
  );
  const everywhere = places.map(({ code }) => code);
  return {
    areasOf(code) {
      const own = areaInCode(code);
      if (own === undefined || (own === cityCode && !listed.has(cityCode))) return everywhere;
      const listings = listingsOf(own, { code, listed });
      const areas = listings.flatMap(({ area, entry: { serves = [] } }) => [area, ...serves]);
      return withAliases([own, ...areas], places);
    },
    nameOf: (code) => listingsOf(areaInCode(code), { code, listed })[0]?.entry.name,
  };
};
