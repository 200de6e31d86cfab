import { gunzipSync, gzipSync } from 'node:zlib';

import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import type { PeriodEdition } from '../../domain/period/edition.ts';
import type { Month } from '../../domain/time/month.ts';
import type { PeriodStore } from '../../port/period/store.ts';
import { sha256 } from '../../rules.ts';
import { tryWrite } from '../contention.ts';
import { getItem, nextVersion, putNext, wholeList, wholePart } from '../items.ts';
import { toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { documentKey, editionKey, editionList, editionsOf, periodsList } from './keys.ts';
import { storedDocument, storedEdition } from './schema.ts';

const placeOf = ({ period, number }: PeriodEdition): Placement<PeriodEdition> => ({
  key: editionKey(period, number),
  kind: storedEdition,
  list: editionList(period, number),
});

const newestOf = async (table: Table, period: Month): Promise<PeriodEdition | undefined> =>
  (await wholePart(table, storedEdition, editionsOf(period))).at(-1);

/**
 * Returns the text of an edition.
 *
 * @throws Error when the document is lost or is not the one that was frozen
 */
const textOf = async (table: Table, { period, digest }: PeriodEdition): Promise<string> => {
  const kept = await getItem(table, storedDocument, documentKey(period, digest));
  const text = kept && gunzipSync(kept.gzip).toString('utf8');
  if (text === undefined || sha256(text) !== digest) {
    throw new Error(`the document of ${period} is missing or does not match its digest`);
  }
  return text;
};

const saveBuilt = async (table: Table, next: PeriodEdition, text: string) => {
  if (sha256(text) !== next.digest) throw new Error('the document does not match its digest');
  const document = { key: documentKey(next.period, next.digest), kind: storedDocument };
  const gzip = new Uint8Array(gzipSync(text));
  const write = new TransactWriteItemsCommand({
    TransactItems: [
      {
        Put: {
          TableName: table.name,
          Item: toItem(placeOf(next), next),
          ...nextVersion(next.version),
        },
      },
      { Put: { TableName: table.name, Item: toItem(document, { gzip }) } },
    ],
  });
  return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
};

export const periodStore = (table: Table): PeriodStore => ({
  async find(period, number) {
    const edition =
      number === undefined
        ? await newestOf(table, period)
        : await getItem(table, storedEdition, editionKey(period, number));
    return edition && { edition, text: await textOf(table, edition) };
  },

  editions: () => wholeList(table, storedEdition, { listPk: periodsList }),

  save: (next, text) =>
    text === undefined ? putNext(table, placeOf(next), next) : saveBuilt(table, next, text),
});
