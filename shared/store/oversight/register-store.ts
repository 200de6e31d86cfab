import { createHash } from 'node:crypto';

import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import type { RegisterEntry } from '../../domain/oversight/register.ts';
import type {
  RegisterKey,
  RegisterStore,
  StoredRegister,
} from '../../port/oversight/register-store.ts';
import { pastContention } from '../contention.ts';
import { getItem, putNext, wholePart } from '../items.ts';
import { toItem } from '../table.ts';
import type { Table } from '../table.ts';
import { partKey, partPrefix, registerKey, registerPk } from './keys.ts';
import { storedRegisterHead, storedRegisterPart } from './schema.ts';
import type { RegisterHead } from './schema.ts';

/** An entry takes less than 1 KB; DynamoDB limits an item to 400 KB. */
const partSize = 300;

const digestOf = (entries: readonly RegisterEntry[]): string =>
  createHash('sha256').update(JSON.stringify(entries)).digest('hex');

const writeParts = async (
  table: Table,
  { noun, area, entries }: StoredRegister,
  digest: string,
): Promise<void> => {
  for (let from = 0; from < entries.length; from += partSize) {
    const key = partKey({ noun, area }, digest, from / partSize);
    const part = { entries: entries.slice(from, from + partSize) };
    const Item = toItem({ key, kind: storedRegisterPart }, part);
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
 * The parts are written first, under the digest of their content, and the head last: until then the
 * previous list stays complete, and two writers never mix. Parts of a replaced list remain.
 */
export const registerStore = (table: Table): RegisterStore => ({
  async find(key) {
    const head = await getItem(table, storedRegisterHead, registerKey(key));
    if (head === undefined) return undefined;
    const entries = head.count === 0 ? [] : await entriesOf(table, key, head);
    const { digest: _digest, count: _count, ...facts } = head;
    return { ...facts, entries };
  },

  async save(next) {
    const { entries, ...facts } = next;
    const digest = digestOf(entries);
    await writeParts(table, next, digest);
    const head: RegisterHead = { ...facts, digest, count: entries.length };
    return putNext(table, { key: registerKey(next), kind: storedRegisterHead }, head);
  },
});
