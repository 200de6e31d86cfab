import { createHash } from 'node:crypto';

import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import type { RegisterEntry } from '../../domain/oversight/register.ts';
import type {
  RegisterContent,
  RegisterHead,
  RegisterKey,
  RegisterStore,
  StoredRegister,
} from '../../port/oversight/register-store.ts';
import { pastContention, tryWrite } from '../contention.ts';
import { getItem, nextVersion, wholePart } from '../items.ts';
import { toItem } from '../table.ts';
import type { Table } from '../table.ts';
import { partKey, partPrefix, registerKey, registerPk, versionKey, versionPrefix } from './keys.ts';
import { storedRegisterHead, storedRegisterPart } from './schema.ts';

/** DynamoDB limits an item to 400 KB; short entries take more there than in JSON. */
const partSize = 300;
const partBytes = 200_000;

const digestOf = (entries: readonly RegisterEntry[]): string =>
  createHash('sha256').update(JSON.stringify(entries)).digest('hex');

/** Splits a list into parts that each fit into an item. */
const partsOf = (entries: readonly RegisterEntry[]): readonly (readonly RegisterEntry[])[] => {
  const parts: RegisterEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    const last = parts.at(-1);
    if (last === undefined || last.length === partSize || size > room) {
      parts.push([entry]);
      room = partBytes - size;
    } else {
      last.push(entry);
      room -= size;
    }
  }
  return parts;
};

const writeParts = async (
  table: Table,
  key: RegisterKey,
  { entries, digest }: { readonly entries: readonly RegisterEntry[]; readonly digest: string },
): Promise<void> => {
  for (const [number, part] of partsOf(entries).entries()) {
    const place = { key: partKey(key, digest, number), kind: storedRegisterPart };
    const put = new PutItemCommand({
      TableName: table.name,
      Item: toItem(place, { entries: part }),
    });
    await pastContention(() => table.client.send(put));
  }
};

const entriesOf = async (
  table: Table,
  key: RegisterKey,
  { digest, count }: RegisterContent,
): Promise<readonly RegisterEntry[]> => {
  if (count === 0) return [];
  const part = { pk: registerPk(key), beginsWith: partPrefix(digest) };
  const parts = await wholePart(table, storedRegisterPart, part);
  const entries = parts.flatMap((one) => one.entries);
  if (entries.length !== count) throw new Error(`${part.pk} is missing entries`);
  return entries;
};

const withEntries = async (table: Table, head: RegisterHead): Promise<StoredRegister> => {
  const entries = await entriesOf(table, head, head);
  const { digest: _digest, count: _count, ...facts } = head;
  return { ...facts, entries };
};

const replace = async (table: Table, next: RegisterHead): Promise<'saved' | 'conflict'> => {
  const inForce = toItem({ key: registerKey(next), kind: storedRegisterHead }, next);
  const kept = toItem({ key: versionKey(next, next.version), kind: storedRegisterHead }, next);
  const puts = [
    { Item: inForce, ...nextVersion(next.version) },
    { Item: kept, ...nextVersion(1) },
  ];
  const write = new TransactWriteItemsCommand({
    TransactItems: puts.map((put) => ({ Put: { TableName: table.name, ...put } })),
  });
  return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
};

/**
 * The parts are under the digest of their content and written before the head that names it: until
 * then the previous list stays complete, and two writers never mix. Parts of a replaced list remain
 * with its version; so do those of one that was refused.
 */
export const registerStore = (table: Table): RegisterStore => ({
  async find(key, version) {
    const place = version === undefined ? registerKey(key) : versionKey(key, version);
    const head = await getItem(table, storedRegisterHead, place);
    return head && withEntries(table, head);
  },

  async versions(key) {
    const part = { pk: registerPk(key), beginsWith: versionPrefix };
    return (await wholePart(table, storedRegisterHead, part)).toReversed();
  },

  async keep(key, entries) {
    const digest = digestOf(entries);
    await writeParts(table, key, { entries, digest });
    return { digest, count: entries.length };
  },

  kept: (key, content) => entriesOf(table, key, content),

  replace: (next) => replace(table, next),
});
