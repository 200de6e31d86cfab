import type { Month } from '../../domain/time/month.ts';
import type { ItemKey } from '../keys.ts';

/*
 * Keys of period reports (the overview of all items is in keys.ts). A document is stored under its
 * own digest: another text is another item, so no document is ever overwritten.
 */

const padEdition = (edition: number): string => String(edition).padStart(3, '0');

const editionPrefix = 'EDITION#';

const pkOf = (period: Month): string => `PERIOD#${period}`;

export const editionsOf = (period: Month) => ({ pk: pkOf(period), beginsWith: editionPrefix });

export const editionKey = (period: Month, edition: number): ItemKey => ({
  pk: pkOf(period),
  sk: `${editionPrefix}${padEdition(edition)}`,
});

export const documentKey = (period: Month, digest: string): ItemKey => ({
  pk: pkOf(period),
  sk: `DOCUMENT#${digest}`,
});

/** The list of all editions: twelve a year, and a few after requested changes. */
export const periodsList = 'PERIODS';

export const editionList = (period: Month, edition: number) => ({
  listPk: periodsList,
  listSk: `${period}#${padEdition(edition)}`,
});
