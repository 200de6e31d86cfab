/** 行政区划: the city, its districts, counties and county-level cities, and internal zones. */
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

export const areas: readonly Area[] = areaRows;

const byCode: ReadonlyMap<string, Area> = new Map(
  areas.flatMap((area) =>
    [area.code, ...(area.aliases ?? [])].map((code) => [code, area] as const),
  ),
);

const AREA_FORM = /^\d{6}(?:\d{3}|\d{6})?$/;

/**
 * Returns the area of a code of six digits, or of the nine or twelve of a town (乡镇街道) or
 * village.
 */
export const areaOf = (code: string): Area | undefined =>
  AREA_FORM.test(code) ? byCode.get(code.slice(0, 6)) : undefined;

/**
 * Returns the six digits under which a place is listed and counted. An unknown code is its own
 * area.
 */
export const countingArea = (code: string): string => areaOf(code)?.code ?? code.slice(0, 6);

/** 全市: the city's own code, under which the city as a whole is counted. */
export const cityCode = '330600';
