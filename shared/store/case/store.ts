import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import { finishedAt } from '../../domain/case/case.ts';
import type { Case } from '../../domain/case/case.ts';
import { civilDateOf } from '../../domain/time/instant.ts';
import type { CaseStore, PromisedList } from '../../port/case/store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext } from '../items.ts';
import { caseKey, finishedOn, promisedIn, windowKey } from '../keys.ts';
import { toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { storedCase, storedWindow } from './schema.ts';

/** A promise that cannot be counted yet sorts last: no date in this century is later. */
const unknown = '9999';

/**
 * A finished case is listed by its day, a promised one, while it runs, by when it becomes urgent.
 */
const casePlace = (known: Case): Placement<Case> => {
  const { projectNo, area, department, promise } = known;
  const key = caseKey(projectNo);
  const finished = finishedAt(known);
  if (finished !== undefined) {
    const listPk = finishedOn(area, civilDateOf(finished));
    const listSk = `${department.creditCode}#${finished}#${projectNo}`;
    return { key, kind: storedCase, list: { listPk, listSk } };
  }
  const list = promise && {
    listPk: promisedIn(area),
    listSk: `${promise.yellowAt ?? unknown}#${projectNo}`,
  };
  return { key, kind: storedCase, list };
};

/** Sorts after every key that begins with the moment, and before those of the next moment. */
const upTo = (moment: string): string => `${moment}$`;

const partOf = (list: PromisedList) => {
  const listPk = promisedIn(list.area);
  if ('awaiting' in list) return { listPk, beginsWith: `${unknown}#` };
  return { listPk, before: list.turnedBy && upTo(list.turnedBy) };
};

export const caseStore = (table: Table): CaseStore => ({
  find: (projectNo) => getItem(table, storedCase, caseKey(projectNo)),

  save: (next) => putNext(table, casePlace(next), next),

  promised: (list, page) =>
    itemPage(table, { ...partOf(list), kind: storedCase, placeOf: casePlace }, page),

  async putCurrentContact({ hall, window }, contact) {
    const put = new PutItemCommand({
      TableName: table.name,
      Item: toItem({ key: windowKey(hall, window), kind: storedWindow }, contact),
      ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': { S: contact.at } },
    });
    await tryWrite(() => table.client.send(put));
  },

  shownAt: ({ hall, window }) => getItem(table, storedWindow, windowKey(hall, window)),
});
