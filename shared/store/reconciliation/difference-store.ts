import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';

import type { Difference } from '../../domain/reconciliation/difference.ts';
import type { DifferenceStore } from '../../port/reconciliation/difference-store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext, wholePart } from '../items.ts';
import { fromItem, toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import {
  differenceKey,
  differencesOf,
  openDifferences,
  reconciliationKey,
  reconciliationsPk,
} from './keys.ts';
import { storedDifference, storedReconciliation } from './schema.ts';

const placeOf = ({ id, state }: Difference): Placement<Difference> => ({
  key: differenceKey(id),
  kind: storedDifference,
  list: state === 'open' ? { listPk: openDifferences, listSk: id } : undefined,
});

export const differenceStore = (table: Table): DifferenceStore => ({
  find: (id) => getItem(table, storedDifference, differenceKey(id)),

  ofDay: (day) => wholePart(table, storedDifference, { pk: differencesOf(day) }),

  open: (page) =>
    itemPage(table, { listPk: openDifferences, kind: storedDifference, placeOf }, page),

  save: (next) => putNext(table, placeOf(next), next),

  async keep(result) {
    const put = new PutItemCommand({
      TableName: table.name,
      Item: toItem({ key: reconciliationKey(result.day), kind: storedReconciliation }, result),
      ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': { S: result.at } },
    });
    // Refused when a later run has already stored its result.
    await tryWrite(() => table.client.send(put));
  },

  async latest(limit) {
    const { Items } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: reconciliationsPk } },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return (Items ?? []).map((item) => fromItem(storedReconciliation, item));
  },
});
