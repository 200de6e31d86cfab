import { batchWriteItem } from './batch-write.ts';
import { describeTable, describeTimeToLive, listTables } from './describe.ts';
import type { Call } from './engine-core.ts';
import type { Parameters } from './parameters.ts';
import { batchGetItem, getItem, transactGetItems } from './point-read.ts';
import { query } from './query.ts';
import { scan } from './scan.ts';
import { deleteItem, putItem, updateItem } from './single-write.ts';
import { transactWriteItems } from './transact-write.ts';

export interface Operation {
  /** The parameters it knows; any other is refused by name. */
  readonly parameters: ReadonlySet<string>;
  readonly run: (call: Call, parameters: Parameters) => object;
}

const operation = (names: string, run: Operation['run']): Operation => ({
  parameters: new Set(names.trim().split(/\s+/)),
  run,
});

const PLACEHOLDERS = 'ExpressionAttributeNames ExpressionAttributeValues';

const WRITE = `TableName ConditionExpression ${PLACEHOLDERS} ReturnValues ReturnConsumedCapacity
  ReturnItemCollectionMetrics ReturnValuesOnConditionCheckFailure`;

const RANGE_READ = `TableName IndexName Select Limit ConsistentRead ExclusiveStartKey
  ReturnConsumedCapacity ProjectionExpression FilterExpression ${PLACEHOLDERS}`;

/** Everything the engine does. What is not here is answered as unsupported. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  GetItem: operation(
    'TableName Key ConsistentRead ReturnConsumedCapacity ProjectionExpression ExpressionAttributeNames',
    getItem,
  ),
  PutItem: operation(`${WRITE} Item`, putItem),
  UpdateItem: operation(`${WRITE} Key UpdateExpression`, updateItem),
  DeleteItem: operation(`${WRITE} Key`, deleteItem),
  Query: operation(`${RANGE_READ} KeyConditionExpression ScanIndexForward`, query),
  Scan: operation(`${RANGE_READ} Segment TotalSegments`, scan),
  BatchGetItem: operation('RequestItems ReturnConsumedCapacity', batchGetItem),
  BatchWriteItem: operation(
    'RequestItems ReturnConsumedCapacity ReturnItemCollectionMetrics',
    batchWriteItem,
  ),
  TransactGetItems: operation('TransactItems ReturnConsumedCapacity', transactGetItems),
  TransactWriteItems: operation(
    'TransactItems ReturnConsumedCapacity ReturnItemCollectionMetrics ClientRequestToken',
    transactWriteItems,
  ),
  DescribeTable: operation('TableName', describeTable),
  ListTables: operation('ExclusiveStartTableName Limit', listTables),
  DescribeTimeToLive: operation('TableName', describeTimeToLive),
};
