import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';

import type { WebhookStore } from '../../port/notice/webhook-store.ts';
import { tryWrite } from '../contention.ts';
import { getItem, putOwn, wholeList } from '../items.ts';
import { keyOf } from '../table.ts';
import type { Table } from '../table.ts';
import { webhookKey, webhookPlace, webhooksList } from './keys.ts';
import { storedWebhook } from './schema.ts';

export const webhookStore = (table: Table): WebhookStore => ({
  async admit(webhook) {
    if (!(await putOwn(table, webhookPlace(webhook), webhook))) {
      throw new Error('the id of a new webhook is already in use');
    }
  },

  find: (id) => getItem(table, storedWebhook, webhookKey(id)),

  async remove(id) {
    const remove = new DeleteItemCommand({
      TableName: table.name,
      Key: keyOf(webhookKey(id)),
      ConditionExpression: 'attribute_exists(pk)',
    });
    return (await tryWrite(() => table.client.send(remove))).ok ? 'removed' : 'unknown';
  },

  all: () => wholeList(table, storedWebhook, { listPk: webhooksList }),
});
