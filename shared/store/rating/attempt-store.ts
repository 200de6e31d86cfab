import { mostAttempts } from '../../domain/rating/attempt.ts';
import type { Attempt } from '../../domain/rating/attempt.ts';
import type { AttemptStore } from '../../port/rating/attempt-store.ts';
import { putNew, wholePart } from '../items.ts';
import type { ItemKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { attemptPart, besideKey, furtherKey, reservedKey } from './keys.ts';
import { storedAttempt } from './schema.ts';

const isContesting = ({ contestSender }: Attempt): boolean => contestSender !== undefined;

export const attemptStore = (table: Table): AttemptStore => {
  const ofContact: AttemptStore['ofContact'] = async (contact) => {
    const kept = await wholePart(table, storedAttempt, attemptPart(contact));
    return kept.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  };

  /** Undefined when the place is taken by another attempt. */
  const putAt = async (key: ItemKey, attempt: Attempt): Promise<'kept' | 'known' | undefined> => {
    const put = await putNew(table, { key, kind: storedAttempt }, attempt);
    if (put.ok) return 'kept';
    return put.existing.mark === attempt.mark ? 'known' : undefined;
  };

  /** Places are filled in their order and never freed; another writer may take one meanwhile. */
  const putBehind = async (
    attempt: Attempt,
    kept: number,
    place: number,
  ): Promise<'kept' | 'known' | 'full'> => {
    if (kept + place > mostAttempts) return 'full';
    const put = await putAt(furtherKey(attempt, place), attempt);
    return put ?? putBehind(attempt, kept, place + 1);
  };

  const keepBeside = async (attempt: Attempt): Promise<'kept' | 'known' | 'full'> => {
    const kept = (await ofContact(attempt)).filter(isContesting);
    if (kept.some(({ mark }) => mark === attempt.mark)) return 'known';
    const isFirst = kept.every(({ issuer }) => issuer !== attempt.issuer);
    if (!isFirst && kept.length >= mostAttempts) return 'full';
    return (await putAt(besideKey(attempt), attempt)) ?? 'known';
  };

  return {
    async keep(attempt) {
      if (isContesting(attempt)) return keepBeside(attempt);
      const reserved = await putAt(reservedKey(attempt), attempt);
      if (reserved !== undefined) return reserved;
      const kept = (await ofContact(attempt)).filter((one) => !isContesting(one));
      if (kept.some(({ mark }) => mark === attempt.mark)) return 'known';
      const issuers = new Set(kept.map(({ issuer }) => issuer)).size;
      return putBehind(attempt, issuers, kept.length - issuers + 1);
    },

    ofContact,
  };
};
