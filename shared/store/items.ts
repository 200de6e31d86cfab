import { isDeepStrictEqual } from 'node:util';

import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { QueryCommandInput, TransactWriteItem } from '@aws-sdk/client-dynamodb';

import { tryWrite } from './contention.ts';
import type { CursorScope } from './cursor.ts';
import type { ItemKey } from './keys.ts';
import type { StoredKind } from './stored-kind.ts';
import { fromItem, keyOf, readItem, toItem } from './table.ts';
import type { Attributes, Placement, Table } from './table.ts';

/** Writes a new item; returns the existing one when there is one. */
export const putNew = async <T extends object>(
  table: Table,
  place: Placement<T>,
  body: NoInfer<T>,
): Promise<{ ok: true } | { ok: false; existing: T }> => {
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem(place, body),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  const result = await tryWrite(() => table.client.send(put));
  return result.ok ? { ok: true } : { ok: false, existing: fromItem(place.kind, result.existing) };
};

/**
 * Writes a new item; returns whether exactly this body is stored now. The SDK repeats a write whose
 * response was lost and then finds its own item. For bodies that are unique to their caller.
 */
export const putOwn = async <T extends object>(
  table: Table,
  place: Placement<T>,
  body: NoInfer<T>,
): Promise<boolean> => {
  const put = await putNew(table, place, body);
  return put.ok || isDeepStrictEqual(put.existing, fromItem(place.kind, toItem(place, body)));
};

/** Replaces the previous version with `body`; version 1 must be new. */
export const putNext = async <T extends { readonly version: number }>(
  table: Table,
  place: Placement<T>,
  body: NoInfer<T>,
): Promise<'saved' | 'conflict'> => {
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem(place, body),
    ...nextVersion(body.version),
  });
  return (await tryWrite(() => table.client.send(put))).ok ? 'saved' : 'conflict';
};

/** Returns the condition for optimistic locking. */
export const nextVersion = (version: number) =>
  version === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': { N: String(version - 1) } },
      };

/** As `putNext`, as a part of a transaction. */
export const toNextPut = <T extends { readonly version: number }>(
  table: Table,
  place: Placement<T>,
  body: NoInfer<T>,
): TransactWriteItem => ({
  Put: { TableName: table.name, Item: toItem(place, body), ...nextVersion(body.version) },
});

export const getItem = async <T>(
  table: Table,
  kind: StoredKind<T>,
  key: ItemKey,
): Promise<T | undefined> => {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: keyOf(key), ConsistentRead: true }),
  );
  return readItem(kind, Item);
};

export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next?: Attributes | undefined;
}

export interface ListQuery extends CursorScope {
  readonly limit?: number | undefined;
  readonly after?: Attributes | undefined;
  /** From the end of the list to its beginning. */
  readonly newestFirst?: boolean | undefined;
}

/** DynamoDB allows one condition on the sort key of a query. */
const partOf = ({ beginsWith, before }: CursorScope) => {
  if (beginsWith !== undefined) {
    return { condition: ' AND begins_with(listSk, :bound)', bound: beginsWith };
  }
  return { condition: before === undefined ? '' : ' AND listSk < :bound', bound: before };
};

/** Returns one page of the list index, in the order of its sort key or from its end. */
export const listPage = async <T>(
  table: Table,
  kind: StoredKind<T>,
  query: ListQuery,
): Promise<ListPage<T>> => {
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
      ...(query.newestFirst === true && { ScanIndexForward: false }),
      ...(query.limit === undefined ? {} : { Limit: query.limit }),
      ...(query.after === undefined ? {} : { ExclusiveStartKey: query.after }),
    }),
  );
  return { items: (Items ?? []).map((item) => fromItem(kind, item)), next: LastEvaluatedKey };
};

/** Returns the whole list, page by page; for lists that are short by nature. */
export const wholeList = async <T>(
  table: Table,
  kind: StoredKind<T>,
  query: ListQuery,
): Promise<readonly T[]> => {
  const all: T[] = [];
  let after = query.after;
  do {
    const page = await listPage(table, kind, { ...query, after });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
};

interface Part {
  readonly pk: string;
  readonly beginsWith?: string | undefined;
}

/**
 * Returns the items under one partition key, in order: all, or those whose sort key has the prefix.
 * Reads are consistent.
 */
export const wholePart = async <T>(
  table: Table,
  kind: StoredKind<T>,
  part: Part,
): Promise<readonly T[]> => (await partItems(table, part)).map((item) => fromItem(kind, item));

/** Returns the items of one kind, from a partition that holds several. */
export const ofKind = <T>(items: readonly Attributes[], kind: StoredKind<T>): readonly T[] =>
  items.filter((item) => item['kind']?.S === kind.name).map((item) => fromItem(kind, item));

/** Returns every item that a query finds, page by page. */
export const queryAll = async (
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>,
): Promise<readonly Attributes[]> => {
  const all: Attributes[] = [];
  let after: Attributes | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...query,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    all.push(...(page.Items ?? []));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return all;
};

/** As `wholePart`, with the table's own attributes, which distinguish the kinds. */
export const partItems = (table: Table, { pk, beginsWith }: Part): Promise<readonly Attributes[]> =>
  queryAll(table, {
    KeyConditionExpression: `pk = :pk${beginsWith === undefined ? '' : ' AND begins_with(sk, :start)'}`,
    ExpressionAttributeValues: {
      ':pk': { S: pk },
      ...(beginsWith === undefined ? {} : { ':start': { S: beginsWith } }),
    },
    ConsistentRead: true,
  });
