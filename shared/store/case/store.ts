import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import { finishedAt, hasStepTerm } from '../../domain/case/case.ts';
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

/** These sort after every moment: no date in this century is later. */
const waits = {
  /** A suspended promise runs out when it is resumed. */
  resumption: '9998',
  /** A promise that cannot be counted yet. */
  calendar: '9999',
} as const;

const turnOf = ({ promise, attentionAt }: Case): string => {
  if (promise?.suspendedAt !== undefined) return waits.resumption;
  return (promise?.pendingYear === undefined ? attentionAt : undefined) ?? waits.calendar;
};

/** A case that can never need attention is on no list while it runs. */
const isOverseen = (known: Case): boolean =>
  known.promise !== undefined || known.attentionAt !== undefined || hasStepTerm(known);

/**
 * A finished case is listed by its day; one with a term, while it runs, by when it needs attention.
 */
const casePlace = (known: Case): Placement<Case> => {
  const { projectNo, area, department } = known;
  const key = caseKey(projectNo);
  const finished = finishedAt(known);
  if (finished !== undefined) {
    const listPk = finishedOn(area, civilDateOf(finished));
    const listSk = `${department.creditCode}#${finished}#${projectNo}`;
    return { key, kind: storedCase, list: { listPk, listSk } };
  }
  if (!isOverseen(known)) return { key, kind: storedCase };
  const list = { listPk: promisedIn(area), listSk: `${turnOf(known)}#${projectNo}` };
  return { key, kind: storedCase, list };
};

/** Sorts after every key that begins with the moment, and before those of the next moment. */
const upTo = (moment: string): string => `${moment}$`;

const partOf = (list: PromisedList) => {
  const listPk = promisedIn(list.area);
  if ('awaiting' in list) return { listPk, beginsWith: `${waits[list.awaiting]}#` };
  return { listPk, before: list.turnedBy && upTo(list.turnedBy) };
};

export const caseStore = (table: Table): CaseStore => ({
  find: (projectNo) => getItem(table, storedCase, caseKey(projectNo)),

  save: (next) => putNext(table, casePlace(next), next),

  promised: (list, page) =>
    itemPage(table, { ...partOf(list), kind: storedCase, placeOf: casePlace }, page),

  finished: ({ area, day }, page) =>
    itemPage(table, { listPk: finishedOn(area, day), kind: storedCase, placeOf: casePlace }, page),

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
