import type { Call } from '../engine-core.ts';
import { batchGetItem, getItem, transactGetItems } from '../read/point-read.ts';
import { query } from '../read/query.ts';
import { scan } from '../read/scan.ts';
import { batchWriteItem } from '../write/batch-write.ts';
import { deleteItem, putItem, updateItem } from '../write/single-write.ts';
import { transactWriteItems } from '../write/transact-write.ts';
import { describeTable, describeTimeToLive, listTables } from './describe.ts';
import type { Parameters } from './parameters.ts';

export interface Operation {
  /** The supported parameters; any other is refused by name. */
  readonly parameters: ReadonlySet<string>;
  readonly run: (call: Call, parameters: Parameters) => object;
  /** Whether the operation may change anything. */
  readonly writes: boolean;
}

const defineOperation =
  (writes: boolean) =>
  (names: string, run: Operation['run']): Operation => ({
    parameters: new Set(names.trim().split(/\s+/)),
    run,
    writes,
  });

const reading = defineOperation(false);
const writing = defineOperation(true);

const PLACEHOLDERS = 'ExpressionAttributeNames ExpressionAttributeValues';

const WRITE = `TableName ConditionExpression ${PLACEHOLDERS} ReturnValues ReturnConsumedCapacity
  ReturnItemCollectionMetrics ReturnValuesOnConditionCheckFailure`;

const RANGE_READ = `TableName IndexName Select Limit ConsistentRead ExclusiveStartKey
  ReturnConsumedCapacity ProjectionExpression FilterExpression ${PLACEHOLDERS}`;

/** All operations of the engine. Any other operation is answered as unsupported. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  GetItem: reading(
    'TableName Key ConsistentRead ReturnConsumedCapacity ProjectionExpression ExpressionAttributeNames',
    getItem,
  ),
  PutItem: writing(`${WRITE} Item`, putItem),
  UpdateItem: writing(`${WRITE} Key UpdateExpression`, updateItem),
  DeleteItem: writing(`${WRITE} Key`, deleteItem),
  Query: reading(`${RANGE_READ} KeyConditionExpression ScanIndexForward`, query),
  Scan: reading(`${RANGE_READ} Segment TotalSegments`, scan),
  BatchGetItem: reading('RequestItems ReturnConsumedCapacity', batchGetItem),
  BatchWriteItem: writing(
    'RequestItems ReturnConsumedCapacity ReturnItemCollectionMetrics',
    batchWriteItem,
  ),
  TransactGetItems: reading('TransactItems ReturnConsumedCapacity', transactGetItems),
  TransactWriteItems: writing(
    'TransactItems ReturnConsumedCapacity ReturnItemCollectionMetrics ClientRequestToken',
    transactWriteItems,
  ),
  DescribeTable: reading('TableName', describeTable),
  ListTables: reading('ExclusiveStartTableName Limit', listTables),
  DescribeTimeToLive: reading('TableName', describeTimeToLive),
};
