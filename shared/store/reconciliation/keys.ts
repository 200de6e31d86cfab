import type { CivilDate } from '../../domain/time/instant.ts';
import type { ItemKey } from '../keys.ts';

/** Keys of differences and of reconciliations; the overview of all items is in `keys.ts`. */

export const differencesOf = (day: string): string => `DIFFERENCES#${day}`;

/** An id begins with its day. */
export const differenceKey = (id: string): ItemKey => ({
  pk: differencesOf(id.slice(0, 'YYYY-MM-DD'.length)),
  sk: id,
});

export const openDifferences = 'DIFFERENCES#open';

export const reconciliationsPk = 'RECONCILIATIONS';

export const reconciliationKey = (day: CivilDate): ItemKey => ({ pk: reconciliationsPk, sk: day });
