/** 行政区划: the city, its districts, counties and county-level cities, and internal zones. */
import { areaRows } from './area.table.ts';

export interface Area {
  /** Six digits. */
  readonly code: string;
  /** `internal`: a code the city uses for its zones, not in GB/T 2260. */
  readonly kind: 'city' | 'district' | 'county' | 'county_level_city' | 'internal';
  readonly zh: string;
  readonly en: string;
  /** Other six-digit codes met for the same area. */
  readonly aliases?: readonly string[];
}

export const areas: readonly Area[] = areaRows;

const byCode: ReadonlyMap<string, Area> = new Map(
  areas.flatMap((area) =>
    [area.code, ...(area.aliases ?? [])].map((code) => [code, area] as const),
  ),
);

const AREA_FORM = /^\d{6}(?:\d{3}|\d{6})?$/;

/** The area a code lies in: six digits, or the nine or twelve of a town (乡镇街道) or village. */
export const areaOf = (code: string): Area | undefined =>
  AREA_FORM.test(code) ? byCode.get(code.slice(0, 6)) : undefined;

/** The six digits under which a place is listed and counted; an unknown code stands for itself. */
export const countingArea = (code: string): string => areaOf(code)?.code ?? code.slice(0, 6);

/** 全市: the city's own code, under which it is counted as a whole. */
export const cityCode = '330600';
