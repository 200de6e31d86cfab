import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import { firstIssuer, lastIssuer } from '../../domain/access/issuer.ts';
import type { IssuerHolder } from '../../domain/access/issuer.ts';
import type { IssuerStore } from '../../port/access/issuer-store.ts';
import { retry } from '../../retry.ts';
import { tryWrite } from '../contention.ts';
import { getItem, toNextPut } from '../items.ts';
import type { Table } from '../table.ts';
import { toNewItemPut } from '../ticket/write.ts';
import { issuerCountKey, issuerKey, issuerOfKey } from './keys.ts';
import { storedIssuer, storedIssuerCount } from './schema.ts';

/** Keys and pads are admitted one by one; each round one of the writers wins. */
const rounds = {
  tries: 40,
  waitMs: (attempt: number) => Math.min(200, 5 * 2 ** attempt) * Math.random(),
  exhausted: () => new Error('too many issuers get a number at one moment'),
};

const findNumber = async (table: Table, holder: IssuerHolder): Promise<number | undefined> =>
  (await getItem(table, storedIssuer, issuerOfKey(holder)))?.number;

/** The count, the number and its holder are one write, so that no number is given twice or lost. */
const giveNumber = async (table: Table, holder: IssuerHolder): Promise<number | undefined> => {
  const given = await getItem(table, storedIssuerCount, issuerCountKey);
  const version = (given?.version ?? 0) + 1;
  const number = firstIssuer + version - 1;
  if (number > lastIssuer) throw new Error('every issuer number is given');
  const { of, id } = holder;
  const write = new TransactWriteItemsCommand({
    TransactItems: [
      toNextPut(table, { key: issuerCountKey, kind: storedIssuerCount }, { version }),
      toNewItemPut(table, { key: issuerKey(number), kind: storedIssuer }, { of, id, number }),
      toNewItemPut(table, { key: issuerOfKey(holder), kind: storedIssuer }, { of, id, number }),
    ],
  });
  return (await tryWrite(() => table.client.send(write))).ok ? number : undefined;
};

/** Who has a number: for functions that give none. */
export const issuerReader = (table: Table): Pick<IssuerStore, 'holderOf'> => ({
  async holderOf(number) {
    const issuer = await getItem(table, storedIssuer, issuerKey(number));
    return issuer && { of: issuer.of, id: issuer.id };
  },
});

export const issuerStore = (table: Table): IssuerStore => ({
  numberOf: (holder) =>
    retry(
      async () => (await findNumber(table, holder)) ?? (await giveNumber(table, holder)),
      rounds,
    ),

  ...issuerReader(table),
});
