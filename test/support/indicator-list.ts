import type { RegisterEntry } from '../../shared/domain/oversight/register.ts';
import { shippedIndicatorList } from '../../shared/domain/rating/indicator-list.ts';

/** An indicator that the shipped table does not have. */
export const addedIndicator = {
  code: '215',
  name: '叫号后长时间无人受理',
  english: 'Called but not served for a long time',
  group: 'queue',
  set: 'expanded',
} as const satisfies RegisterEntry;

export const retireIndicators = (
  list: readonly RegisterEntry[],
  codes: readonly string[],
): readonly RegisterEntry[] =>
  list.map((entry) => (codes.includes(entry.code) ? { ...entry, retired: true } : entry));

/** The shipped list with one indicator more and 214 retired. */
export const changedIndicators: readonly RegisterEntry[] = [
  ...retireIndicators(shippedIndicatorList, ['214']),
  addedIndicator,
];
