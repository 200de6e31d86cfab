/** BatchWriteItem: up to 25 puts and deletes, applied independently but validated together. */
import { makeValidationError } from '../../expression/refusal.ts';
import type { WireInput } from '../../wire.ts';
import { makeConstraintError, makeMissingError, Parameters } from '../definition/parameters.ts';
import type { Call } from '../engine-core.ts';
import { consumedList, CONSUMED_DETAILS } from '../read/consumed.ts';
import { leftOver } from './left-over.ts';
import { refuseRepeatedKeys } from './repeated-keys.ts';
import { carryOut, decide, locateItem, parseWrite } from './write-action.ts';
import type { WriteAction } from './write-action.ts';

const MAX_WRITES = 25;

const KINDS = { PutRequest: 'Put', DeleteRequest: 'Delete' } as const;
const PART = { PutRequest: 'Item', DeleteRequest: 'Key' } as const;
const WRAPPED: ReadonlySet<string> = new Set(Object.keys(KINDS));

interface Request {
  /** The table as the request names it, which may be its ARN. */
  readonly table: string;
  readonly entry: unknown;
}

const parseRequest = (call: Call, { table, entry }: Request): WriteAction => {
  const wrapper = new Parameters('BatchWriteItem RequestItems', entry, WRAPPED);
  const [name, ...others] = (['PutRequest', 'DeleteRequest'] as const).filter((one) =>
    wrapper.has(one),
  );
  if (name === undefined || others.length > 0) {
    throw makeValidationError(
      'Supplied AttributeValue has more than one datatypes set, ' +
        'must contain exactly one of the supported datatypes',
    );
  }
  const inner = new Parameters(`BatchWriteItem ${name}`, wrapper.raw(name), new Set([PART[name]]));
  const parameters = new Parameters(
    `BatchWriteItem ${name}`,
    { TableName: table, [PART[name]]: inner.raw(PART[name]) },
    new Set(['TableName', PART[name]]),
  );
  return parseWrite(call, KINDS[name], parameters);
};

const LENGTHS =
  'Map value must satisfy constraint: [Member must have length less than or equal to 25, ' +
  'Member must have length greater than or equal to 1]';

/** Returns the requests for one table; at least one is required. */
const writesOn = (table: string, tables: Parameters): readonly unknown[] => {
  const writes = tables.list(table, `requestItems.${table}.member`);
  if (writes !== undefined && writes.length > 0) return writes;
  const shown = writes === undefined ? 'null' : '[]';
  throw makeConstraintError(`'{${table}=${shown}}'`, 'RequestItems', LENGTHS);
};

/** Returns `RequestItems` of a batch; at least one table is required. */
export const requestItems = (parameters: Parameters): WireInput => {
  const tables = parameters.record('RequestItems');
  if (tables === undefined) throw makeMissingError('RequestItems');
  if (Object.keys(tables).length > 0) return tables;
  const rule = 'Member must have length greater than or equal to 1';
  throw makeConstraintError("'{}'", 'RequestItems', rule);
};

export const REPEATED_KEYS = 'Provided list of item keys contains duplicates';

/** Returns the unprocessed requests by table, in the form of a request for them. */
const toUnprocessedItems = (requests: readonly Request[]): object =>
  Object.fromEntries(
    [...Map.groupBy(requests, ({ table }) => table)].map(([table, same]) => [
      table,
      same.map(({ entry }) => entry),
    ]),
  );

export const batchWriteItem = (call: Call, parameters: Parameters): object => {
  const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
  parameters.choice('ReturnItemCollectionMetrics', ['SIZE', 'NONE']);
  const tables = requestItems(parameters);
  const known = new Set(Object.keys(tables));
  const requests = new Parameters('BatchWriteItem', tables, known);
  const asked = [...known].flatMap((table) =>
    writesOn(table, requests).map((entry) => ({ table, entry })),
  );
  const actions = asked.map((one) => ({ ...one, action: parseRequest(call, one) }));
  if (actions.length > MAX_WRITES) {
    throw makeValidationError('Too many items requested for the BatchWriteItem call');
  }
  const located = actions.map((one) => {
    const key = locateItem(one.action);
    return { ...one, key, tableId: one.action.table.id };
  });
  refuseRepeatedKeys(located, REPEATED_KEYS);
  const { inFlight } = call.core;
  const busy = located.filter((one) => inFlight.isInTransaction(one));
  const { done, left } = leftOver(
    call,
    located.filter((one) => !busy.includes(one)),
  );
  for (const one of done) {
    carryOut(call, decide(call, one, 1), 1);
    inFlight.holdWrite(one);
  }
  return {
    UnprocessedItems: toUnprocessedItems([...busy, ...left]),
    ...consumedList(call, detail),
  };
};
