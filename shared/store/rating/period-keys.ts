import { randomBytes } from 'node:crypto';

import { periodOf } from '../../domain/rating/proof/period-key.ts';
import type { PeriodKeyUse } from '../../domain/rating/proof/period-key.ts';
import { toEpoch } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { KeyRing } from '../../port/key-ring.ts';
import type { PeriodKeys } from '../../port/rating/period-keys.ts';
import { getItem, putNew } from '../items.ts';
import type { Table } from '../table.ts';
import { periodKeyKey } from './keys.ts';
import { storedPeriodKey } from './schema.ts';

interface Loaded {
  readonly name: string;
  readonly key: Promise<Uint8Array>;
}

/** The encryption context of a key, so that none can stand in for that of another period. */
const placeOf = (use: PeriodKeyUse, name: string): string => `period-key/${use}/${name}`;

/** Each instance of a function reads a key once in its period. DynamoDB deletes it by its ttl. */
export const periodKeys = (table: Table, keys: KeyRing): PeriodKeys => {
  const loaded = new Map<PeriodKeyUse, Loaded>();

  const find = async (use: PeriodKeyUse, name: string): Promise<string | undefined> =>
    (await getItem(table, storedPeriodKey, periodKeyKey(use, name)))?.sealed;

  const make = async (use: PeriodKeyUse, at: Instant): Promise<string> => {
    const { name, destroyedAt } = periodOf(use, at);
    const plain = randomBytes(32).toString('base64url');
    const sealed = await keys.encrypt(plain, placeOf(use, name));
    const ttl = Math.ceil(toEpoch(destroyedAt) / 1000);
    const place = { key: periodKeyKey(use, name), kind: storedPeriodKey, ttl };
    const put = await putNew(table, place, { sealed });
    return put.ok ? sealed : put.existing.sealed;
  };

  const load = async (use: PeriodKeyUse, at: Instant): Promise<Uint8Array> => {
    const { name } = periodOf(use, at);
    const sealed = (await find(use, name)) ?? (await make(use, at));
    return Buffer.from(await keys.decrypt(sealed, placeOf(use, name)), 'base64url');
  };

  return {
    async key(use, at) {
      const { name } = periodOf(use, at);
      const known = loaded.get(use);
      if (known?.name === name) return known.key;
      const key = load(use, at);
      loaded.set(use, { name, key });
      try {
        return await key;
      } catch (fault) {
        loaded.delete(use);
        throw fault;
      }
    },
  };
};
