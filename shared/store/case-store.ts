import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import { finishedAt } from '../domain/case.ts';
import type { Case } from '../domain/case.ts';
import { civilDateOf } from '../domain/time.ts';
import type { CaseStore, OnShow } from '../port/case-store.ts';
import { guarded } from './contention.ts';
import { getItem, putNext } from './items.ts';
import { caseKey, finishedOn, promisedIn, windowKey } from './keys.ts';
import { toItem } from './table.ts';
import type { Placement, Table } from './table.ts';

/** A promise that cannot be counted yet sorts last: no date in this century is later. */
const unknown = '9999';

/** A finished case is found by its day, a promised one while it runs by when it becomes urgent. */
const casePlace = (known: Case): Placement => {
  const { projectNo, area, department, promise } = known;
  const key = caseKey(projectNo);
  const finished = finishedAt(known);
  if (finished !== undefined) {
    const listPk = finishedOn(area, civilDateOf(finished));
    const listSk = `${department.creditCode}#${finished}#${projectNo}`;
    return { key, kind: 'case', list: { listPk, listSk } };
  }
  const list = promise && {
    listPk: promisedIn(area),
    listSk: `${promise.yellowAt ?? unknown}#${projectNo}`,
  };
  return { key, kind: 'case', list };
};

export const caseStore = (table: Table): CaseStore => ({
  find: (projectNo) => getItem<Case>(table, caseKey(projectNo)),

  save: (next) => putNext(table, casePlace(next), next),

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
