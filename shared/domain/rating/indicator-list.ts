/** The 评价指标表 as a register of the city, and which list may follow which. */
import type { RegisterEntry } from '../oversight/register.ts';
import { levelOfIndicator, shippedIndicators } from './indicator.ts';
import type { Indicator, IndicatorTable } from './indicator.ts';
import { levels } from './level.ts';
import type { Level } from './level.ts';

const toEntry = ({ code, zh, en, ...others }: Indicator): RegisterEntry => ({
  code,
  name: zh,
  english: en,
  ...others,
});

/** The shipped table as the list that a city begins with. */
export const shippedIndicatorList: readonly RegisterEntry[] = shippedIndicators.indicators
  .map(toEntry)
  .toSorted((a, b) => Number(a.code) - Number(b.code));

const toIndicator = ({ code, name, english, group, set, retired }: RegisterEntry): Indicator => ({
  code,
  zh: name,
  en: english ?? name,
  group: group ?? 'other',
  set,
  retired,
});

/** Returns the table of a list that was put in force; its numbers follow that of the shipped one. */
export const indicatorTableOf = (list: {
  readonly version: number;
  readonly entries: readonly RegisterEntry[];
}): IndicatorTable => ({
  version: shippedIndicators.version + list.version,
  indicators: list.entries.map(toIndicator),
});

export type ListFault =
  | { readonly type: 'indicators_missing'; readonly codes: readonly string[] }
  | { readonly type: 'base_indicator_missing'; readonly levels: readonly Level[] };

/**
 * Returns the codes of which the Chinese text, or the group, differs: neither what residents have
 * selected nor what was counted as its cause may change.
 */
export const changedIn = (
  member: 'group' | 'name',
  before: readonly RegisterEntry[],
  next: readonly RegisterEntry[],
): ReadonlySet<string> => {
  const known = new Map(before.map((entry) => [entry.code, entry[member]]));
  return new Set(
    next
      .filter((entry) => known.has(entry.code) && known.get(entry.code) !== entry[member])
      .map(({ code }) => code),
  );
};

/**
 * Returns why a list as a whole cannot follow another: ratings with an indicator that disappears
 * would become unreadable, and a page without base indicators shows nothing to select.
 */
export const faultOfList = (
  before: readonly RegisterEntry[],
  next: readonly RegisterEntry[],
): ListFault | undefined => {
  const kept = new Set(next.map(({ code }) => code));
  const codes = before.map(({ code }) => code).filter((code) => !kept.has(code));
  if (codes.length > 0) return { type: 'indicators_missing', codes };
  const served = new Set(
    next
      .filter(({ set, retired }) => set === 'base' && retired !== true)
      .map(({ code }) => levelOfIndicator(code)),
  );
  const bare = levels.filter((level) => !served.has(level));
  return bare.length > 0 ? { type: 'base_indicator_missing', levels: bare } : undefined;
};
