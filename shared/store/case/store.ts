import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { QueryCommandInput } from '@aws-sdk/client-dynamodb';

import { finishedAt } from '../../domain/case/case.ts';
import type { Case } from '../../domain/case/case.ts';
import { hasStepTerm } from '../../domain/case/step-term.ts';
import { civilDateOf } from '../../domain/time/instant.ts';
import type { CaseStore, PromisedList } from '../../port/case/store.ts';
import { pastContention } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext, queryAll } from '../items.ts';
import { caseKey, finishedOn, promisedIn } from '../keys.ts';
import { fromItem, readItem, toItem } from '../table.ts';
import type { Attributes, Placement, Table } from '../table.ts';
import { contactKey, contactPrefix, pastContacts, windowPart } from './keys.ts';
import { storedCase } from './schema.ts';
import { storedWindow } from './window-schema.ts';

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

/** Sorts after every key that begins so and goes on with `#`, and before those of what comes next. */
const upTo = (beginning: string): string => `${beginning}$`;

const partOf = (list: PromisedList) => {
  const listPk = promisedIn(list.area);
  if ('awaiting' in list) return { listPk, beginsWith: `${waits[list.awaiting]}#` };
  return { listPk, before: list.turnedBy && upTo(list.turnedBy) };
};

const between = (hall: string, window: string, { from, to }: { from: string; to: string }) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: {
    ':pk': { S: windowPart(hall, window) },
    ':from': { S: from },
    ':to': { S: to },
  },
  ConsistentRead: true,
});

/** Returns one page of the contacts of a window. */
const contactItems = async (
  table: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
): Promise<readonly Attributes[]> =>
  (await table.client.send(new QueryCommand({ TableName: table.name, ...query }))).Items ?? [];

export const caseStore = (table: Table): CaseStore => ({
  find: (projectNo) => getItem(table, storedCase, caseKey(projectNo)),

  save: (next) => putNext(table, casePlace(next), next),

  promised: (list, page) =>
    itemPage(table, { ...partOf(list), kind: storedCase, placeOf: casePlace }, page),

  finished: ({ area, day }, page) =>
    itemPage(table, { listPk: finishedOn(area, day), kind: storedCase, placeOf: casePlace }, page),

  async putCurrentContact({ hall, window }, contact) {
    const place = { key: contactKey(hall, window, contact), kind: storedWindow };
    const put = new PutItemCommand({ TableName: table.name, Item: toItem(place, contact) });
    await pastContention(() => table.client.send(put));
  },

  async shownAt({ hall, window }) {
    const [latest] = await contactItems(table, {
      ...between(hall, window, { from: contactPrefix, to: pastContacts }),
      ScanIndexForward: false,
      Limit: 1,
    });
    return readItem(storedWindow, latest);
  },

  async contactsAt({ hall, window }, { from, to }) {
    const span = { from: `${contactPrefix}${from}`, to: upTo(`${contactPrefix}${to}`) };
    const items = await queryAll(table, between(hall, window, span));
    return items.map((item) => fromItem(storedWindow, item));
  },
});
