/**
 * 区划清单: every area that the city has or had: the shipped ones, those of its register, and codes
 * that occurred in cases and that nobody listed.
 */
import type { RegisterEntry } from '../oversight/register.ts';
import { compareTexts } from '../text/order.ts';
import { areaOf, shippedAreas } from './area.ts';
import type { Area } from './area.ts';

export interface Place extends Area {
  /**
   * `closed`: nothing new is set up there. `alias`: seen before it was listed as another code of an
   * area. `unlisted`: seen, and listed nowhere.
   */
  readonly standing: 'listed' | 'closed' | 'alias' | 'unlisted';
}

/** Whatever is counted or listed over all areas goes over all of them, each code once. */
export type PlaceList = readonly Place[];

const kindOf = ({ kind }: RegisterEntry): Area['kind'] =>
  kind === undefined || kind === 'town' || kind === 'village' ? 'internal' : kind;

const registeredPlace = (entry: RegisterEntry): Place => {
  const { code, name, english, aliases = [], closed } = entry;
  const shipped = areaOf(code);
  return {
    code,
    kind: shipped?.kind ?? kindOf(entry),
    zh: name,
    en: english ?? shipped?.en ?? name,
    aliases: [...new Set([...(shipped?.aliases ?? []), ...aliases])],
    standing: closed === true ? 'closed' : 'listed',
  };
};

const seenPlace = (code: string, listed: PlaceList): Place => {
  const own = listed.find(({ aliases }) => aliases?.includes(code));
  if (own === undefined) {
    const names = { zh: `未列入清单的区划 ${code}`, en: `Unlisted area ${code}` };
    return { code, kind: 'internal', ...names, standing: 'unlisted' };
  }
  const names = { zh: `${own.zh}（${code}）`, en: `${own.en} (${code})` };
  return { code, kind: own.kind, ...names, standing: 'alias' };
};

/**
 * Returns the places of a register of areas and of the codes that were seen. The shipped ones come
 * first and are always there; the others follow by code.
 */
export const placeListOf = (
  entries: readonly RegisterEntry[],
  seen: readonly string[],
): PlaceList => {
  const shipped = shippedAreas.map((area) => ({ ...area, standing: 'listed' }) as const);
  const registered = entries
    .toSorted((one, other) => compareTexts(one.code, other.code))
    .map((entry) => registeredPlace(entry));
  // What the register says of a shipped area stands in the place of that area.
  const byCode = new Map([...shipped, ...registered].map((place) => [place.code, place]));
  const listed = [...byCode.values()];
  const others = [...new Set(seen)].filter((code) => !byCode.has(code)).toSorted();
  return [...listed, ...others.map((code) => seenPlace(code, listed))];
};

/** The list before the city registers anything. */
export const shippedPlaces: PlaceList = placeListOf([], []);

const areaDigits = 6;

/** Returns the place with that code of six digits, or of the nine or twelve of a town in it. */
export const placeAt = (places: PlaceList, area: string): Place | undefined => {
  const code = areaOf(area)?.code ?? area.slice(0, areaDigits);
  return places.find((place) => place.code === code);
};

/** Returns the code of an area with a registered alias replaced by the area's own code. */
export const ownCodeOf = (places: PlaceList, area: string): string => {
  const code = area.slice(0, areaDigits);
  const own = places.find(({ aliases }) => aliases?.includes(code));
  return own === undefined ? area : own.code + area.slice(areaDigits);
};

/** Returns the name of the area that lists a code or has it as an alias; undefined for any other. */
export const listedName = (places: PlaceList, area: string): string | undefined => {
  const place = placeAt(places, ownCodeOf(places, area));
  return place?.standing === 'unlisted' ? undefined : place?.zh;
};
