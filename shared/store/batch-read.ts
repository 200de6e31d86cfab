import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import type { KeysAndAttributes } from '@aws-sdk/client-dynamodb';

import { mapConcurrent } from '../concurrency.ts';
import { retry } from '../retry.ts';
import type { ItemKey } from './keys.ts';
import { keyOf } from './table.ts';
import type { Attributes, Table } from './table.ts';

/** BatchGetItem accepts at most 100 keys in one call. */
const mostKeys = 100;
const width = 8;
/** How often the keys that a call left unprocessed are requested again. */
const attempts = {
  tries: 8,
  waitMs: (attempt: number) => 20 * 2 ** attempt * (0.5 + Math.random()),
  exhausted: () => new Error('a batch of items could not be read completely'),
};

const nameOf = ({ pk, sk }: ItemKey): string => `${pk}\n${sk}`;

const textOf = (item: Attributes, name: 'pk' | 'sk'): string => item[name]?.S ?? '';

const readChunk = async (
  table: Table,
  asked: Required<Pick<KeysAndAttributes, 'Keys' | 'ConsistentRead'>>,
): Promise<readonly Attributes[]> => {
  const items: Attributes[] = [];
  let rest: KeysAndAttributes = asked;
  return retry(async () => {
    const read = await table.client.send(
      new BatchGetItemCommand({ RequestItems: { [table.name]: rest } }),
    );
    items.push(...(read.Responses?.[table.name] ?? []));
    const left = read.UnprocessedKeys?.[table.name];
    if (left === undefined) return items;
    rest = left;
    return undefined;
  }, attempts);
};

/**
 * Reads items by their keys, in as few calls as possible. Returns a function that looks one up.
 * `consistent` includes every earlier write, at twice the price.
 */
export const readMany = async (
  table: Table,
  keys: readonly ItemKey[],
  { consistent }: { readonly consistent: boolean },
): Promise<(key: ItemKey) => Attributes | undefined> => {
  const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const chunks = Array.from({ length: Math.ceil(distinct.length / mostKeys) }, (_, index) => ({
    Keys: distinct.slice(index * mostKeys, (index + 1) * mostKeys).map((key) => keyOf(key)),
    ConsistentRead: consistent,
  }));
  const read = await mapConcurrent(chunks, width, (chunk) => readChunk(table, chunk));
  const found = new Map(
    read.flat().map((item) => [nameOf({ pk: textOf(item, 'pk'), sk: textOf(item, 'sk') }), item]),
  );
  return (key) => found.get(nameOf(key));
};
