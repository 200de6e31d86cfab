import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import type { PadNumber, PadStore, RatedContact, RefusedPadRating } from '../../port/pad/store.ts';
import { pastContention, tryWrite } from '../contention.ts';
import { getItem, putNew, wholePart } from '../items.ts';
import { toItem } from '../table.ts';
import type { Table } from '../table.ts';
import { numberKey, padKey, refusedKey, refusedPrefix } from './keys.ts';
import { storedPadNumber, storedRefusedRating } from './schema.ts';

type NumberStore = Pick<
  PadStore,
  | 'takeNumber'
  | 'numberOf'
  | 'nameContact'
  | 'keepRefused'
  | 'refusedOf'
  | 'refusedWith'
  | 'takeUp'
  | 'putBack'
>;

/** Replaces a refused rating that is, or is not, taken up; returns whether it was so. */
const putRefused = async (
  table: Table,
  refused: RefusedPadRating,
  condition: 'attribute_exists(takenUp)' | 'attribute_not_exists(takenUp)',
): Promise<boolean> => {
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem({ key: refusedKey(refused), kind: storedRefusedRating }, refused),
    ConditionExpression: condition,
  });
  return (await tryWrite(() => table.client.send(put))).ok;
};

/** A number that its pad gave again stands for what it stood for first. */
export const nameContact = async (
  table: Table,
  key: Pick<PadNumber, 'padId' | 'sequence'>,
  contact: RatedContact,
): Promise<void> => {
  const number = await getItem(table, storedPadNumber, numberKey(key));
  if (number === undefined || number.contact !== undefined) return;
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem({ key: numberKey(key), kind: storedPadNumber }, { ...number, contact }),
  });
  await pastContention(() => table.client.send(put));
};

/** The part of the pad store about a pad's own numbers and the ratings refused under them. */
export const numberStore = (table: Table): NumberStore => {
  const mustFind = async (key: Parameters<typeof refusedKey>[0]): Promise<RefusedPadRating> => {
    const refused = await getItem(table, storedRefusedRating, refusedKey(key));
    if (refused === undefined) throw new Error('no rating was refused under that number and mark');
    return refused;
  };
  return {
    async takeNumber(number) {
      const taken = await putNew(table, { key: numberKey(number), kind: storedPadNumber }, number);
      return taken.ok ? undefined : taken.existing;
    },

    numberOf: (key) => getItem(table, storedPadNumber, numberKey(key)),

    nameContact: (key, contact) => nameContact(table, key, contact),

    async keepRefused(refused) {
      await putNew(table, { key: refusedKey(refused), kind: storedRefusedRating }, refused);
    },

    async refusedOf(padId) {
      const part = { pk: padKey(padId).pk, beginsWith: refusedPrefix };
      const kept = await wholePart(table, storedRefusedRating, part);
      return kept.map(({ sealed: _sealed, ...mark }) => mark);
    },

    refusedWith: (key) => getItem(table, storedRefusedRating, refusedKey(key)),

    async takeUp(key, takenUp) {
      const refused = { ...(await mustFind(key)), takenUp };
      if (await putRefused(table, refused, 'attribute_not_exists(takenUp)')) return takenUp;
      return (await mustFind(key)).takenUp ?? takenUp;
    },

    async putBack(key) {
      const { takenUp: _takenUp, ...refused } = await mustFind(key);
      await putRefused(table, refused, 'attribute_exists(takenUp)');
    },
  };
};
