import { createHash } from 'node:crypto';

import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import type { RegisterEntry } from '../../domain/oversight/register.ts';
import type {
  RegisterHead,
  RegisterKey,
  RegisterStore,
} from '../../port/oversight/register-store.ts';
import { pastContention } from '../contention.ts';
import { getItem, putNext, wholePart } from '../items.ts';
import { toItem } from '../table.ts';
import type { Table } from '../table.ts';
import { partKey, partPrefix, registerKey, registerPk } from './keys.ts';
import { storedRegisterHead, storedRegisterPart } from './schema.ts';

/** An entry takes less than 1 KB; DynamoDB limits an item to 400 KB. */
const partSize = 300;

const digestOf = (entries: readonly RegisterEntry[]): string =>
  createHash('sha256').update(JSON.stringify(entries)).digest('hex');

const writeParts = async (
  table: Table,
  key: RegisterKey,
  { entries, digest }: { readonly entries: readonly RegisterEntry[]; readonly digest: string },
): Promise<void> => {
  for (let from = 0; from < entries.length; from += partSize) {
    const place = { key: partKey(key, digest, from / partSize), kind: storedRegisterPart };
    const Item = toItem(place, { entries: entries.slice(from, from + partSize) });
    const put = new PutItemCommand({ TableName: table.name, Item });
    await pastContention(() => table.client.send(put));
  }
};

const entriesOf = async (
  table: Table,
  key: RegisterKey,
  { digest, count }: RegisterHead,
): Promise<readonly RegisterEntry[]> => {
  const part = { pk: registerPk(key), beginsWith: partPrefix(digest) };
  const parts = await wholePart(table, storedRegisterPart, part);
  const entries = parts.flatMap((one) => one.entries);
  if (entries.length !== count) throw new Error(`${part.pk} is missing entries`);
  return entries;
};

/**
 * The parts are under the digest of their content and written before the head that names it: until
 * then the previous list stays complete, and two writers never mix. Parts of a replaced list, and of
 * one that was refused, remain.
 */
export const registerStore = (table: Table): RegisterStore => ({
  async find(key) {
    const head = await getItem(table, storedRegisterHead, registerKey(key));
    if (head === undefined) return undefined;
    const entries = head.count === 0 ? [] : await entriesOf(table, key, head);
    return { ...head, entries };
  },

  async keep(key, entries) {
    const digest = digestOf(entries);
    await writeParts(table, key, { entries, digest });
    return { digest, count: entries.length };
  },

  replace: (next) => putNext(table, { key: registerKey(next), kind: storedRegisterHead }, next),
});
