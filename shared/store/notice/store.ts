import { QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import type { NoticeStore } from '../../port/notice/store.ts';
import { CursorRefused } from '../../port/page.ts';
import { tryWrite } from '../contention.ts';
import { fromCursor, toCursor } from '../cursor.ts';
import { listPage, ofKind, partItems, putNext, toNextPut } from '../items.ts';
import { fromItem } from '../table.ts';
import type { Attributes, Table } from '../table.ts';
import { deliveryPlace, failedAt, inboxOf, noticeKey, noticePart, noticePlace } from './keys.ts';
import { storedDelivery, storedNotice } from './schema.ts';

/** Returns one page of an inbox, newest first; the list index itself sorts in ascending order. */
const newestOf = async (
  table: Table,
  { listPk, limit, after }: { listPk: string; limit: number; after: Attributes | undefined },
) => {
  const { Items, LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'list',
      KeyConditionExpression: 'listPk = :pk',
      ExpressionAttributeValues: { ':pk': { S: listPk } },
      ScanIndexForward: false,
      Limit: limit,
      ...(after === undefined ? {} : { ExclusiveStartKey: after }),
    }),
  );
  return {
    items: (Items ?? []).map((item) => fromItem(storedNotice, item)),
    next: LastEvaluatedKey,
  };
};

export const noticeStore = (table: Table): NoticeStore => ({
  async find(id) {
    const items = await partItems(table, { pk: noticeKey(id).pk, beginsWith: noticePart });
    const [notice] = ofKind(items, storedNotice);
    return notice && { notice, deliveries: ofKind(items, storedDelivery) };
  },

  async save(next, begun = []) {
    if (begun.length === 0) return putNext(table, noticePlace(next), next);
    const write = new TransactWriteItemsCommand({
      TransactItems: [
        toNextPut(table, noticePlace(next), next),
        ...begun.map((delivery) => toNextPut(table, deliveryPlace(delivery), delivery)),
      ],
    });
    return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },

  saveDelivery: (next) => putNext(table, deliveryPlace(next), next),

  async inBox(box, { limit, cursor }) {
    const listPk = inboxOf(box);
    const after = cursor === undefined ? undefined : fromCursor(cursor, { listPk });
    if (cursor !== undefined && after === undefined) throw new CursorRefused();
    const { items, next } = await newestOf(table, { listPk, limit, after });
    return { items, cursor: toCursor(next) };
  },

  async failedAt(webhookId, limit) {
    return (await listPage(table, storedDelivery, { listPk: failedAt(webhookId), limit })).items;
  },
});
