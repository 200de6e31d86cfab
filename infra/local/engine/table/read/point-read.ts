/** GetItem, BatchGetItem and TransactGetItems: reads items by key. */
import type { DocumentPath } from '../../expression/document-path.ts';
import { projectItem } from '../../expression/projection.ts';
import { makeValidationError } from '../../expression/refusal.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import { readItem } from '../../expression/value/value-input.ts';
import { makeConstraintError, makeMissingError, Parameters } from '../definition/parameters.ts';
import type { Table } from '../definition/table-shape.ts';
import type { Call } from '../engine-core.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import { keyGiven } from '../key/key-check.ts';
import { checkKeyPaths } from '../key/key-paths.ts';
import { REPEATED_KEYS, requestItems } from '../write/batch-write.ts';
import { cancelReadOnConflict } from '../write/conflict.ts';
import { leftOver } from '../write/left-over.ts';
import { refuseRepeatedKeys } from '../write/repeated-keys.ts';
import { RequestExpressions } from '../write/request-expressions.ts';
import { MULTIPLE_OPERATIONS, transactionEntries } from '../write/transact-write.ts';
import { readUnits } from './capacity.ts';
import { reportConsumed, consumedList, CONSUMED_DETAILS } from './consumed.ts';

const MAX_BATCH_KEYS = 100;
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

/** Reads the projection of a request without other expressions; undefined: the whole item. */
const parseProjection = (parameters: Parameters): readonly DocumentPath[] | undefined => {
  const expressions = new RequestExpressions(parameters, ['ProjectionExpression']);
  const paths = expressions.projection();
  expressions.bindings.refuseUnused();
  return paths;
};

interface PointRead {
  readonly table: Table;
  readonly key: KeyBytes;
  readonly paths: readonly DocumentPath[] | undefined;
  /** Factor for the units of a consistent read: 2 in a transaction, ½ if eventually consistent. */
  readonly share: 0.5 | 1 | 2;
}

interface Found {
  readonly item: Item | undefined;
  readonly size: number;
}

const readAndCharge = ({ core, meter }: Call, { table, key, paths, share }: PointRead): Found => {
  const stored = core.items.find(table, key);
  const size = stored?.size ?? 0;
  meter.charge({ table: table.name, read: share * readUnits(size, true) });
  if (stored === undefined || paths === undefined) return { item: stored?.item, size };
  return { item: projectItem(stored.item, paths), size };
};

const toItemResponse = (item: Item | undefined): object =>
  item === undefined ? {} : { Item: item };

export const getItem = (call: Call, parameters: Parameters): object => {
  const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
  const given = parameters.requiredItem('Key');
  const paths = parseProjection(parameters);
  const table = call.core.catalog.table(parameters.requiredText('TableName'));
  const share = parameters.flag('ConsistentRead') ? 1 : 0.5;
  const key = keyGiven(table, given);
  checkKeyPaths(table, paths);
  const { item } = readAndCharge(call, { table, key, paths, share });
  return { ...toItemResponse(item), ...reportConsumed(call, detail) };
};

const GET_KNOWN: ReadonlySet<string> = new Set([
  'TableName',
  'Key',
  'ProjectionExpression',
  'ExpressionAttributeNames',
]);

const parseGet = (call: Call, entry: unknown): PointRead => {
  const wrapper = new Parameters('TransactGetItems TransactItems', entry, new Set(['Get']));
  if (!wrapper.has('Get')) throw makeMissingError('Get');
  const parameters = new Parameters('TransactGetItems Get', wrapper.raw('Get'), GET_KNOWN);
  const paths = parseProjection(parameters);
  const table = call.core.catalog.table(parameters.requiredText('TableName'));
  const key = keyGiven(table, parameters.requiredItem('Key'));
  checkKeyPaths(table, paths);
  return { table, key, paths, share: 2 };
};

export const transactGetItems = (call: Call, parameters: Parameters): object => {
  const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
  const reads = transactionEntries(parameters).map((entry) => parseGet(call, entry));
  const keys = reads.map(({ table, key }) => ({ tableId: table.id, key }));
  refuseRepeatedKeys(keys, MULTIPLE_OPERATIONS);
  cancelReadOnConflict(call, keys);
  const Responses = reads.map((read) => toItemResponse(readAndCharge(call, read).item));
  return { Responses, ...consumedList(call, detail, 'Read') };
};

const BATCH_KNOWN: ReadonlySet<string> = new Set([
  'Keys',
  'ConsistentRead',
  'ProjectionExpression',
  'ExpressionAttributeNames',
]);

interface BatchRead extends PointRead {
  readonly given: Item;
}

interface TableBatch {
  /** The table as the request names it, which may be its ARN. */
  readonly name: string;
  readonly request: object;
  readonly reads: readonly BatchRead[];
}

/** Returns the requested keys of a table: at least one. */
const keysOf = (parameters: Parameters, at: string): readonly Item[] => {
  const keys = parameters.list('Keys', at);
  if (keys === undefined) throw makeMissingError(at);
  if (keys.length > 0) return keys.map(readItem);
  throw makeConstraintError("'[]'", at, 'Member must have length greater than or equal to 1');
};

const parseBatch = (call: Call, name: string, request: unknown): TableBatch => {
  const at = `requestItems.${name}.member`;
  if (request === null) throw makeMissingError(at);
  const parameters = new Parameters('BatchGetItem RequestItems', request, BATCH_KNOWN);
  const keys = keysOf(parameters, `${at}.keys`);
  const table = call.core.catalog.table(name);
  const paths = parseProjection(parameters);
  const share = parameters.flag('ConsistentRead') ? 1 : 0.5;
  const reads = keys.map(
    (given) => ({ given, table, key: keyGiven(table, given), paths, share }) as const,
  );
  checkKeyPaths(table, paths);
  return { name, request: Object(request), reads };
};

/** Returns the keys left unprocessed or beyond 16 MB, in the form of a request for them. */
const toUnprocessedKeys = ({ request }: TableBatch, rest: readonly BatchRead[]): object => ({
  ...request,
  Keys: rest.map(({ given }) => given),
});

export const batchGetItem = (call: Call, parameters: Parameters): object => {
  const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
  const batches = Object.entries(requestItems(parameters)).map(([name, request]) =>
    parseBatch(call, name, request),
  );
  const all = batches.flatMap(({ reads }) => reads);
  if (all.length > MAX_BATCH_KEYS) {
    throw makeValidationError('Too many items requested for the BatchGetItem call');
  }
  const keys = all.map(({ table, key }) => ({ tableId: table.id, key }));
  refuseRepeatedKeys(keys, REPEATED_KEYS);
  return { ...readBatches(call, batches), ...consumedList(call, detail) };
};

const readBatches = (call: Call, batches: readonly TableBatch[]) => {
  const Responses: Record<string, readonly Item[]> = {};
  const UnprocessedKeys: Record<string, object> = {};
  const wanted = new Set(
    leftOver(
      call,
      batches.flatMap(({ reads }) => reads),
    ).done,
  );
  let room = MAX_RESPONSE_BYTES;
  for (const batch of batches) {
    const { items, bytes, rest } = readBatch(call, { batch, wanted, room });
    room -= bytes;
    Responses[batch.name] = items;
    if (rest.length > 0) UnprocessedKeys[batch.name] = toUnprocessedKeys(batch, rest);
  }
  return { Responses, UnprocessedKeys };
};

interface BatchReading {
  readonly batch: TableBatch;
  readonly wanted: ReadonlySet<BatchRead>;
  /** The bytes that still fit into the response. */
  readonly room: number;
}

const readBatch = (call: Call, { batch, wanted, room }: BatchReading) => {
  const items: Item[] = [];
  const rest: BatchRead[] = [];
  let bytes = 0;
  for (const read of batch.reads) {
    if (bytes >= room || !wanted.has(read)) {
      rest.push(read);
      continue;
    }
    const { item, size } = readAndCharge(call, read);
    bytes += size;
    if (item !== undefined) items.push(item);
  }
  return { items, bytes, rest };
};
