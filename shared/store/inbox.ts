import { QueryCommand } from '@aws-sdk/client-dynamodb';

import type { Inbox, Notice } from '../port/inbox.ts';
import { putNew } from './items.ts';
import { inboxOf, noticeKey } from './keys.ts';
import { fromItem } from './table.ts';
import type { Table } from './table.ts';

export const inbox = (table: Table): Inbox => ({
  async deliver(notice) {
    const put = await putNew<Notice>(table, { key: noticeKey(notice), kind: 'notice' }, notice);
    return put.ok ? 'delivered' : 'repeat';
  },

  async of(creditCode, { limit, before }) {
    const { Items } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: before === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: {
          ':pk': { S: inboxOf(creditCode) },
          ...(before === undefined ? {} : { ':before': { S: before } }),
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return (Items ?? []).map((item) => fromItem<Notice>(item));
  },
});
