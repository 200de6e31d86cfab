/**
 * 行政区划: the city, its districts, counties and county-level cities, and internal zones, as they
 * are shipped. The register of areas adds to them (`place-list.ts`).
 */
import { areaRows } from './area.table.ts';

export interface Area {
  /** Six digits. */
  readonly code: string;
  /** `internal`: a code that the city uses for its own zones, not in GB/T 2260. */
  readonly kind: 'city' | 'district' | 'county' | 'county_level_city' | 'internal';
  readonly zh: string;
  readonly en: string;
  /** Other six-digit codes seen for the same area. */
  readonly aliases?: readonly string[];
}

/** What a list of areas has before the city lists its own. */
export const shippedAreas: readonly Area[] = areaRows;

const byCode: ReadonlyMap<string, Area> = new Map(
  shippedAreas.flatMap((area) =>
    [area.code, ...(area.aliases ?? [])].map((code) => [code, area] as const),
  ),
);

const AREA_FORM = /^\d{6}(?:\d{3}|\d{6})?$/;

/**
 * Returns the shipped area of a code of six digits, or of the nine or twelve of a town (乡镇街道)
 * or village.
 */
export const areaOf = (code: string): Area | undefined =>
  AREA_FORM.test(code) ? byCode.get(code.slice(0, 6)) : undefined;

/**
 * Returns the six digits under which a place is listed and counted. It depends on the code alone,
 * so that what is stored is found again whatever the register says by then.
 */
export const countingArea = (code: string): string => areaOf(code)?.code ?? code.slice(0, 6);

/** Whether two codes mean the same place, which the code of the city or its alias may begin. */
export const isSamePlace = (one: string, other: string): boolean =>
  countingArea(one) + one.slice(6) === countingArea(other) + other.slice(6);

/** 全市: the city's own code, under which the city as a whole is counted. */
export const cityCode = '330600';

/**
 * Whether a code has the form of an area and the city's prefix. Which of them the city lists changes
 * without a release, so nothing that happened is refused for a code that nobody has listed yet.
 */
export const isCityArea = (code: string): boolean =>
  AREA_FORM.test(code) && code.startsWith(cityCode.slice(0, 4));
