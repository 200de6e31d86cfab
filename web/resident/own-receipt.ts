import { nameOfLink, readRecord } from './sent-record.ts';

/** Where a link was used before, this browser leads to the receipt if it is the one that rated. */
export const startOwnReceipt = async (addressOf: (receipt: string) => string): Promise<void> => {
  const place = document.getElementById('own-receipt');
  const link = place?.querySelector('a');
  if (place === null || link === null || link === undefined) return;
  const name = await nameOfLink(place.dataset['link'] ?? '');
  const receipt = name === undefined ? undefined : readRecord(name)?.receipt;
  if (receipt === undefined) return;
  link.href = addressOf(receipt);
  place.hidden = false;
};
