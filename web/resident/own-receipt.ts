import { nameOfLink, readRecord } from './sent-record.ts';
import type { SentRecord } from './sent-record.ts';

/** Where the pages of a receipt and of a contest are. */
export interface OwnPlaces {
  readonly receipt: (receipt: string) => string;
  readonly contest?: (link: string, reference: string) => string;
}

const showLink = (id: string, address: string | undefined): void => {
  const place = document.getElementById(id);
  const link = place?.querySelector('a');
  if (place === null || link === null || link === undefined || address === undefined) return;
  link.href = address;
  place.hidden = false;
};

const recordOf = async (link: string): Promise<SentRecord | undefined> => {
  const name = await nameOfLink(link);
  return name === undefined ? undefined : readRecord(name);
};

/**
 * Where a link was used before, this browser leads to the receipt if it is the one that rated, and to
 * the contest if it is the one that contested. It is not asked to contest that again.
 */
export const startOwnReceipt = async (places: OwnPlaces): Promise<void> => {
  const link = document.getElementById('own-receipt')?.dataset['link'];
  if (link === undefined) return;
  const { receipt, contest } = (await recordOf(link)) ?? {};
  showLink('own-receipt', receipt && places.receipt(receipt));
  showLink('own-contest', contest && places.contest?.(link, contest));
  const offer = document.getElementById('offer');
  if (offer !== null && (receipt ?? contest) !== undefined) offer.hidden = true;
};
