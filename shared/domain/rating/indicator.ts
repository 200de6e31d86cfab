/** 评价指标: the reasons that a resident may select, by level. */
import { indicatorRows } from './indicator.table.ts';
import type { Level } from './level.ts';

/** The first three of a level are shown at once, the others after "more". Version 1 had no sets. */
type IndicatorSet = 'base' | 'expanded';

export interface Indicator {
  /** Three digits; the first is the level. */
  readonly code: string;
  readonly level: Level;
  readonly version: 1 | 2;
  readonly set?: IndicatorSet;
  readonly zh: string;
  readonly en: string;
}

/** The version in force. Earlier codes stay readable in history and are refused on new ratings. */
export const indicatorVersion = 2;

export const indicators: readonly Indicator[] = indicatorRows;

const byCode: ReadonlyMap<string, Indicator> = new Map(
  indicators.map((indicator) => [indicator.code, indicator]),
);

/** Returns any indicator that was ever in force, for reading history. */
export const indicatorOf = (code: string): Indicator | undefined => byCode.get(code);

/** Returns what a resident may select at this level, base set first. */
export const indicatorsFor = (level: Level): readonly Indicator[] =>
  indicators.filter(
    (indicator) => indicator.version === indicatorVersion && indicator.level === level,
  );

export type TagRefusal =
  | 'unknown_indicator'
  | 'retired_indicator'
  | 'indicator_of_other_level'
  | 'duplicate_indicator';

export type TagCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: TagRefusal; readonly code: string };

const refusalOf = (level: Level, code: string, earlier: readonly string[]) => {
  const indicator = indicatorOf(code);
  if (!indicator) return 'unknown_indicator';
  if (indicator.version !== indicatorVersion) return 'retired_indicator';
  if (indicator.level !== level) return 'indicator_of_other_level';
  return earlier.includes(code) ? 'duplicate_indicator' : undefined;
};

/**
 * Checks whether all tags are allowed on a new rating of this level. Names the first that is not.
 */
export const checkTags = (level: Level, tags: readonly string[]): TagCheck => {
  for (const [index, code] of tags.entries()) {
    const reason = refusalOf(level, code, tags.slice(0, index));
    if (reason) return { ok: false, reason, code };
  }
  return { ok: true };
};
