import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

const OPERATIONS =
  'BatchExecuteStatement CreateBackup CreateGlobalTable CreateTable DeleteBackup DeleteTable ' +
  'DescribeBackup DescribeContinuousBackups DescribeEndpoints DescribeExport DescribeLimits ' +
  'ExecuteStatement ExecuteTransaction ExportTableToPointInTime ImportTable ListBackups ' +
  'ListTagsOfResource RestoreTableFromBackup TagResource UntagResource UpdateContinuousBackups ' +
  'UpdateTable UpdateTimeToLive toString constructor';

const LEGACY = [
  ['GetItem', 'AttributesToGet'],
  ['PutItem', 'Expected'],
  ['PutItem', 'ConditionalOperator'],
  ['UpdateItem', 'AttributeUpdates'],
  ['UpdateItem', 'Expected'],
  ['DeleteItem', 'Expected'],
  ['Query', 'KeyConditions'],
  ['Query', 'QueryFilter'],
  ['Query', 'AttributesToGet'],
  ['Query', 'ConditionalOperator'],
  ['Scan', 'ScanFilter'],
  ['Scan', 'AttributesToGet'],
] as const;

const NESTED = [
  [
    'BatchGetItem',
    { RequestItems: { work: { Keys: [], AttributesToGet: ['a'] } } },
    'AttributesToGet',
  ],
  ['BatchWriteItem', { RequestItems: { work: [{ UpdateRequest: {} }] } }, 'UpdateRequest'],
  ['TransactWriteItems', { TransactItems: [{ Merge: {} }] }, 'Merge'],
  ['TransactWriteItems', { TransactItems: [{ Put: { Expected: {} } }] }, 'Expected'],
  ['TransactGetItems', { TransactItems: [{ Get: { ConsistentRead: true } }] }, 'ConsistentRead'],
] as const;

describe('what the engine does not support is named', () => {
  test.each(OPERATIONS.split(' '))('the operation %s', async (operation) => {
    await expect(open.engine.handle(operation, {})).rejects.toMatchObject({
      code: 'UnsupportedByEmbeddedEngine',
      status: 501,
      message: `The embedded engine does not support the DynamoDB operation ${operation}.`,
    });
  });

  test.each(LEGACY)('%s with %s', async (operation, parameter) => {
    const call = open.engine.handle(operation, { TableName: 'work', [parameter]: {} });
    await expect(call).rejects.toMatchObject({
      code: 'UnsupportedByEmbeddedEngine',
      message: `The embedded engine does not support the parameter ${parameter} of ${operation}.`,
    });
  });

  test.each(NESTED)('%s with %j', async (operation, input, name) => {
    await expect(open.engine.handle(operation, input)).rejects.toMatchObject({
      code: 'UnsupportedByEmbeddedEngine',
      message: expect.stringContaining(name),
    });
  });

  test('an SDK client sees it as an error it does not repeat', async () => {
    await expect(open.db.listBackups()).rejects.toMatchObject({
      name: 'UnsupportedByEmbeddedEngine',
      $metadata: { httpStatusCode: 501, attempts: 1 },
    });
  });
});
