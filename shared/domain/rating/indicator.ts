/** 评价指标: the reasons that a resident may select, by level. */
import type { IndicatorGroup, IndicatorSet } from './indicator-kind.ts';
import { indicatorRows } from './indicator.table.ts';
import { levels } from './level.ts';
import type { Level } from './level.ts';

export interface Indicator {
  /** Three digits; the first is the level. */
  readonly code: string;
  /** Absent for those that were retired before there were sets. */
  readonly set?: IndicatorSet | undefined;
  readonly group: IndicatorGroup;
  readonly zh: string;
  readonly en: string;
  /** It stays readable in history and is refused on new ratings. */
  readonly retired?: boolean | undefined;
}

/** 评价指标表: every indicator that was ever in force. A later table contains the earlier ones. */
export interface IndicatorTable {
  readonly version: number;
  readonly indicators: readonly Indicator[];
}

/** The product ships with version 2 of the official table; the city's own versions follow it. */
export const shippedIndicators: IndicatorTable = { version: 2, indicators: indicatorRows };

/** Returns the level that the first digit of a code means: 5 is the best. */
export const levelOfIndicator = (code: string): Level | undefined =>
  /^[1-5]\d{2}$/.test(code) ? levels[levels.length - Number(code[0])] : undefined;

/** Returns any indicator that was ever in force, for reading history. */
export const indicatorOf = ({ indicators }: IndicatorTable, code: string): Indicator | undefined =>
  indicators.find((indicator) => indicator.code === code);

/** Returns what a resident may select at this level, base set first. */
export const indicatorsFor = (
  { indicators }: IndicatorTable,
  level: Level,
): readonly Indicator[] => {
  const active = indicators.filter(
    ({ code, retired }) => retired !== true && levelOfIndicator(code) === level,
  );
  const isBase = ({ set }: Indicator): boolean => set === 'base';
  return [...active.filter(isBase), ...active.filter((indicator) => !isBase(indicator))];
};

export type TagRefusal =
  | 'unknown_indicator'
  | 'retired_indicator'
  | 'indicator_of_other_level'
  | 'duplicate_indicator';

export type TagCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: TagRefusal; readonly code: string };

export interface TagRules {
  readonly indicators: IndicatorTable;
  /** True for a rating that may have been given while an indicator was still in force. */
  readonly acceptRetired: boolean;
}

const refusalOf = (
  level: Level,
  { code, earlier }: { readonly code: string; readonly earlier: readonly string[] },
  { indicators, acceptRetired }: TagRules,
) => {
  const indicator = indicatorOf(indicators, code);
  if (!indicator) return 'unknown_indicator';
  if (indicator.retired === true && !acceptRetired) return 'retired_indicator';
  if (levelOfIndicator(code) !== level) return 'indicator_of_other_level';
  return earlier.includes(code) ? 'duplicate_indicator' : undefined;
};

/**
 * Checks whether all tags are allowed on a new rating of this level. Names the first that is not.
 */
export const checkTags = (level: Level, tags: readonly string[], rules: TagRules): TagCheck => {
  for (const [index, code] of tags.entries()) {
    const reason = refusalOf(level, { code, earlier: tags.slice(0, index) }, rules);
    if (reason) return { ok: false, reason, code };
  }
  return { ok: true };
};
