import { DeleteItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import { stateOfPress } from '../../domain/pad/press.ts';
import type { Press } from '../../domain/pad/press.ts';
import type { PressStore } from '../../port/pad/press-store.ts';
import type { PadNumber } from '../../port/pad/store.ts';
import { windowPart } from '../case/keys.ts';
import { pastContention, tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext, wholePart } from '../items.ts';
import { fromItem, keyOf, toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { numberKey, pressesIn, pressKey, pressList, pressPrefix } from './keys.ts';
import { nameContact } from './number-store.ts';
import { storedPadNumber, storedPress } from './schema.ts';

const placeOf = (press: Press): Placement<Press> => ({
  key: pressKey(press),
  kind: storedPress,
  list: pressList(press),
});

const holdOf = (table: Table, number: PadNumber, press: Press) =>
  new TransactWriteItemsCommand({
    TransactItems: [
      {
        Put: {
          TableName: table.name,
          Item: toItem({ key: numberKey(number), kind: storedPadNumber }, number),
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      { Put: { TableName: table.name, Item: toItem(placeOf(press), press) } },
    ],
  });

export const pressStore = (table: Table): PressStore => ({
  async hold(number, press) {
    const held = await tryWrite(() => table.client.send(holdOf(table, number, press)));
    return held.ok ? undefined : fromItem(storedPadNumber, held.existing);
  },

  find: (key) => getItem(table, storedPress, pressKey(key)),

  save: (next) => putNext(table, placeOf(next), next),

  async release(key, contact) {
    await nameContact(table, key, contact);
    const end = new DeleteItemCommand({ TableName: table.name, Key: keyOf(pressKey(key)) });
    await pastContention(() => table.client.send(end));
  },

  async heldAt({ hall, window }) {
    const part = { pk: windowPart(hall, window), beginsWith: pressPrefix };
    const all = await wholePart(table, storedPress, part);
    return all.filter((press) => stateOfPress(press) === 'held');
  },

  listed: ({ area, state }, page) =>
    itemPage(table, { listPk: pressesIn(area, state), kind: storedPress, placeOf }, page),
});
