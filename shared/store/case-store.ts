import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import type { Case } from '../domain/case.ts';
import type { CaseStore, OnShow } from '../port/case-store.ts';
import { guarded } from './contention.ts';
import { getItem, putNext } from './items.ts';
import { caseKey, windowKey } from './keys.ts';
import { toItem } from './table.ts';
import type { Table } from './table.ts';

export const caseStore = (table: Table): CaseStore => ({
  find: (projectNo) => getItem<Case>(table, caseKey(projectNo)),

  save: (next) => putNext(table, { key: caseKey(next.projectNo), kind: 'case' }, next),

  async show({ hall, window }, contact) {
    const put = new PutItemCommand({
      TableName: table.name,
      Item: toItem({ key: windowKey(hall, window), kind: 'window' }, contact),
      ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': { S: contact.at } },
    });
    await guarded(() => table.client.send(put));
  },

  shownAt: ({ hall, window }) => getItem<OnShow>(table, windowKey(hall, window)),
});
