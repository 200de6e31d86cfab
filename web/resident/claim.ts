import { keepRecord, nameOfLink, readRecord } from './sent-record.ts';

/**
 * Keeps the reference by which this phone claims a receipt, so that opening the address again claims
 * it as the same phone. The server's page of a phone that is bound has the reference that counts.
 */
export const startClaim = async (): Promise<void> => {
  const form = document.querySelector<HTMLFormElement>('form.claim');
  const field = form?.querySelector<HTMLInputElement>('input[name=clientRef]') ?? undefined;
  const link = form?.dataset['link'];
  if (field === undefined || link === undefined) return;
  const name = await nameOfLink(link);
  if (name === undefined) return;
  const kept = form?.dataset['bound'] === undefined ? readRecord(name) : undefined;
  if (kept === undefined) keepRecord(name, { ref: field.value });
  else field.value = kept.ref;
};
