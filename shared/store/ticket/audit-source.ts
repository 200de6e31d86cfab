import { isDeepStrictEqual } from 'node:util';

import { projectNoOf } from '../../domain/ticket/ticket.ts';
import type { AuditSource, TicketList } from '../../port/ticket/audit-source.ts';
import { partItems, queryAll } from '../items.ts';
import { endedTicketsOf, openTicketsOf, ratingKey, stepsOn, ticketKey } from '../keys.ts';
import { storedRating } from '../rating/schema.ts';
import { ratingPlace } from '../rating/store.ts';
import { StoredItemFault } from '../stored-item-fault.ts';
import type { StoredKind } from '../stored-kind.ts';
import { fromItem, placementOf } from '../table.ts';
import type { Attributes, Placement, Table } from '../table.ts';
import { stepPlace, ticketPlace } from './place.ts';
import { storedTicket } from './schema.ts';
import { storedStep } from './step-schema.ts';

/** The names of the attributes that `placementOf` may set. */
const placed = ['pk', 'sk', 'listPk', 'listSk', 'duePk', 'dueSk', 'ttl'] as const;

interface Found<T> {
  readonly sk: string;
  /** Undefined when the item does not fit its schema. */
  readonly body?: T | undefined;
  readonly isPlaced: boolean;
}

const readBody = <T>(kind: StoredKind<T>, item: Attributes): T | undefined => {
  try {
    return fromItem(kind, item);
  } catch (fault) {
    if (fault instanceof StoredItemFault) return undefined;
    throw fault;
  }
};

const examine =
  <T extends object>(kind: StoredKind<T>, placeOf: (body: T) => Placement<T>) =>
  (item: Attributes): Found<T> => {
    const [sk, body] = [item['sk']?.S ?? '', readBody(kind, item)];
    if (body === undefined) return { sk, isPlaced: false };
    const expected = placementOf(placeOf(body));
    return {
      sk,
      body,
      isPlaced: placed.every((name) => isDeepStrictEqual(item[name], expected[name])),
    };
  };

const examineTicket = examine(storedTicket, ticketPlace);
const examineStep = examine(storedStep, stepPlace);
const examineRating = examine(storedRating, ratingPlace);

const bodiesOf = <T>(found: readonly Found<T>[]): readonly T[] =>
  found.flatMap(({ body }) => (body === undefined ? [] : [body]));

/** Returns the key under which all ratings of the contact of a ticket begin. */
const ratingsOf = (ticketId: string) => {
  const [projectNo, serviceNumber] = [projectNoOf(ticketId), Number(ticketId.split('-').at(-1))];
  const { pk, sk } = ratingKey({ projectNo, serviceNumber, assessNumber: 1 });
  return { pk, beginsWith: sk.slice(0, -1) };
};

const listKey = (list: TicketList): string => {
  switch (list.of) {
    case 'changed':
      return stepsOn(list.day);
    case 'open':
      return openTicketsOf(list.area);
    case 'ended':
      return endedTicketsOf(list.area, list.month);
    default:
      return list satisfies never;
  }
};

export const auditSource = (table: Table): AuditSource => ({
  async itemsOf(ticketId) {
    const { pk, sk } = ticketKey(ticketId);
    const [own, rated] = await Promise.all([
      partItems(table, { pk }),
      partItems(table, ratingsOf(ticketId)),
    ]);
    const tickets = own.filter((item) => item['sk']?.S === sk).map(examineTicket);
    const steps = own.filter((item) => item['sk']?.S?.startsWith('STEP#')).map(examineStep);
    const ratings = rated.map(examineRating);
    const all = [...tickets, ...steps, ...ratings];
    return {
      ticket: bodiesOf(tickets).at(0),
      steps: bodiesOf(steps),
      ratings: bodiesOf(ratings),
      unreadable: all.filter(({ body }) => body === undefined).map((one) => one.sk),
      misplaced: all.filter((one) => one.body && !one.isPlaced).map((one) => one.sk),
    };
  },

  async idsIn(list) {
    const keys = await queryAll(table, {
      IndexName: 'list',
      KeyConditionExpression: 'listPk = :pk',
      ExpressionAttributeValues: { ':pk': { S: listKey(list) } },
      ProjectionExpression: 'pk',
    });
    return [...new Set(keys.map(({ pk }) => (pk?.S ?? '').replace(/^TICKET#/u, '')))];
  },
});
