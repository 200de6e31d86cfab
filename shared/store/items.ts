import { isDeepStrictEqual } from 'node:util';

import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';

import { tryWrite } from './contention.ts';
import type { CursorScope } from './cursor.ts';
import type { ItemKey } from './keys.ts';
import { fromItem, keyOf, readItem, toItem } from './table.ts';
import type { Attributes, Kind, Placement, Table } from './table.ts';

/** Writes a new item; with the one that is there already when there is one. */
export const putNew = async <T>(
  table: Table,
  place: Placement,
  body: object,
): Promise<{ ok: true } | { ok: false; existing: T }> => {
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem(place, body),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  const result = await tryWrite(() => table.client.send(put));
  return result.ok ? { ok: true } : { ok: false, existing: fromItem<T>(result.existing) };
};

/**
 * Writes a new item; whether this very body stands there now. The SDK sends a write again whose answer
 * was lost and then finds its own: for bodies that no two callers make alike.
 */
export const putOwn = async (table: Table, place: Placement, body: object): Promise<boolean> => {
  const put = await putNew<object>(table, place, body);
  return put.ok || isDeepStrictEqual(put.existing, fromItem(toItem(place, body)));
};

/** Writes `body` in the place of the version before it; version 1 must be new. */
export const putNext = async (
  table: Table,
  place: Placement,
  body: { readonly version: number },
): Promise<'saved' | 'conflict'> => {
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem(place, body),
    ...nextVersion(body.version),
  });
  return (await tryWrite(() => table.client.send(put))).ok ? 'saved' : 'conflict';
};

/** The condition that makes a save an optimistic one. */
export const nextVersion = (version: number) =>
  version === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': { N: String(version - 1) } },
      };

export const getItem = async <T>(table: Table, key: ItemKey): Promise<T | undefined> => {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: keyOf(key), ConsistentRead: true }),
  );
  return readItem<T>(Item);
};

export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next?: Attributes | undefined;
}

export interface ListQuery extends CursorScope {
  readonly limit?: number | undefined;
  readonly after?: Attributes | undefined;
}

/** One condition is all that a query takes on its sort key. */
const partOf = ({ beginsWith, before }: CursorScope) => {
  if (beginsWith !== undefined) {
    return { condition: ' AND begins_with(listSk, :bound)', bound: beginsWith };
  }
  return { condition: before === undefined ? '' : ' AND listSk < :bound', bound: before };
};

/** One page of the list index, in the order of its sort key. */
export const listPage = async <T>(table: Table, query: ListQuery): Promise<ListPage<T>> => {
  const part = partOf(query);
  const { Items, LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'list',
      KeyConditionExpression: `listPk = :pk${part.condition}`,
      ExpressionAttributeValues: {
        ':pk': { S: query.listPk },
        ...(part.bound === undefined ? {} : { ':bound': { S: part.bound } }),
      },
      ...(query.limit === undefined ? {} : { Limit: query.limit }),
      ...(query.after === undefined ? {} : { ExclusiveStartKey: query.after }),
    }),
  );
  return { items: (Items ?? []).map((item) => fromItem<T>(item)), next: LastEvaluatedKey };
};

/** The whole list, page by page; for lists that are short by nature. */
export const wholeList = async <T>(table: Table, query: ListQuery): Promise<readonly T[]> => {
  const all: T[] = [];
  let after = query.after;
  do {
    const page = await listPage<T>(table, { ...query, after });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
};

interface Part {
  readonly pk: string;
  readonly beginsWith?: string | undefined;
}

/** The items under one partition key, all or those whose sort keys begin so, in order; each as last written. */
export const wholePart = async <T>(table: Table, part: Part): Promise<readonly T[]> =>
  (await partItems(table, part)).map((item) => fromItem<T>(item));

/** Those of one kind, out of a part that holds several. */
export const ofKind = <T>(items: readonly Attributes[], kind: Kind): readonly T[] =>
  items.filter((item) => item['kind']?.S === kind).map((item) => fromItem<T>(item));

/** As `wholePart`, with the table's own attributes, which tell the kinds apart. */
export const partItems = async (
  table: Table,
  { pk, beginsWith }: Part,
): Promise<readonly Attributes[]> => {
  const begins = beginsWith === undefined ? '' : ' AND begins_with(sk, :start)';
  const all: Attributes[] = [];
  let after: Attributes | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: `pk = :pk${begins}`,
        ExpressionAttributeValues: {
          ':pk': { S: pk },
          ...(beginsWith === undefined ? {} : { ':start': { S: beginsWith } }),
        },
        ConsistentRead: true,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    all.push(...(page.Items ?? []));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return all;
};
