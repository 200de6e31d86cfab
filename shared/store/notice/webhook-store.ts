import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';

import type { Hook } from '../../domain/notice/delivery.ts';
import type { HookStore } from '../../port/notice/webhook-store.ts';
import { guarded } from '../contention.ts';
import { getItem, putOwn, wholeList } from '../items.ts';
import { keyOf } from '../table.ts';
import type { Table } from '../table.ts';
import { hookKey, hookPlace, hooksList } from './keys.ts';

export const hookStore = (table: Table): HookStore => ({
  async admit(hook) {
    if (!(await putOwn(table, hookPlace(hook), hook))) {
      throw new Error('a new webhook has an id in use');
    }
  },

  find: (id) => getItem<Hook>(table, hookKey(id)),

  async remove(id) {
    const remove = new DeleteItemCommand({
      TableName: table.name,
      Key: keyOf(hookKey(id)),
      ConditionExpression: 'attribute_exists(pk)',
    });
    return (await guarded(() => table.client.send(remove))).ok ? 'removed' : 'unknown';
  },

  all: () => wholeList<Hook>(table, { listPk: hooksList }),
});
