import { expect, test } from 'vitest';

import { synthesize } from './synthesize.ts';
import type { Properties } from './template-shape.ts';

const { loop } = synthesize();
const table = loop.resource('LoopTable');

const keysOf = (schema: Properties['KeySchema']): readonly string[] =>
  schema.map((key) => key.AttributeName);

test('the table survives a wrong hand', () => {
  expect(table.DeletionPolicy).toBe('Retain');
  expect(table.Properties).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    BillingMode: 'PAY_PER_REQUEST',
  });
});

test('keys, indexes, stream and time to live are those that the code uses', () => {
  const { KeySchema, GlobalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification } =
    table.Properties;
  expect(keysOf(KeySchema)).toEqual(['pk', 'sk']);
  const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
    name: IndexName,
    keys: keysOf(KeySchema),
    projection: Projection,
  }));
  expect(indexes).toEqual([
    {
      name: 'due',
      keys: ['duePk', 'dueSk'],
      projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['kind'] },
    },
    { name: 'list', keys: ['listPk', 'listSk'], projection: { ProjectionType: 'ALL' } },
  ]);
  expect(StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
  expect(TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
});

test('the field key turns, and outlives the stack', () => {
  const key = loop.resource('FieldKey');
  expect(key.Properties.EnableKeyRotation).toBe(true);
  expect(key.DeletionPolicy).toBe('Retain');
});
