/**
 * Reads `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable` as the table engine defines them.
 */
import { z } from 'zod';

import type {
  IndexDefinition,
  KeyAttribute,
  KeyDefinition,
  TableDefinition,
} from '../../engine/model.ts';
import { TemplateFault } from '../template-fault.ts';
import { cfnBoolean, ignored, readProperties } from './properties.ts';
import type { Stack, StackResource } from './stack.ts';

const KeySchema = z.array(
  z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }),
);

const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
  ContributorInsightsSpecification: ignored,
  ProvisionedThroughput: ignored,
  OnDemandThroughput: ignored,
  ReadProvisionedThroughputSettings: ignored,
  ReadOnDemandThroughputSettings: ignored,
  WriteProvisionedThroughputSettings: ignored,
  WriteOnDemandThroughputSettings: ignored,
});

/** Capacity, backup, encryption, tags and replicas change neither a response nor an order here. */
const Table = z.strictObject({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).default([]),
  /**
   * Local secondary indexes support consistent reads, and share a limit of 10 GB per partition key
   * value with the table; neither is true of a global one.
   */
  LocalSecondaryIndexes: z
    .array(z.unknown())
    .max(0, 'local secondary indexes are not supported by the local runtime')
    .optional(),
  /** Change records of the engine always contain both images: a narrower view would be wrong. */
  StreamSpecification: z
    .strictObject({ StreamViewType: z.literal('NEW_AND_OLD_IMAGES'), ResourcePolicy: ignored })
    .optional(),
  TimeToLiveSpecification: z
    .strictObject({ AttributeName: z.string(), Enabled: cfnBoolean })
    .optional(),
  BillingMode: ignored,
  ContributorInsightsSpecification: ignored,
  DeletionProtectionEnabled: ignored,
  OnDemandThroughput: ignored,
  PointInTimeRecoverySpecification: ignored,
  ProvisionedThroughput: ignored,
  Replicas: ignored,
  SSESpecification: ignored,
  Tags: ignored,
  WarmThroughput: ignored,
  WriteOnDemandThroughputSettings: ignored,
  WriteProvisionedThroughputSettings: ignored,
});

type Table = z.infer<typeof Table>;

const keysOf = (schema: z.infer<typeof KeySchema>, table: Table, at: string): KeyDefinition => {
  const findKeyAttribute = (role: 'HASH' | 'RANGE'): KeyAttribute | undefined => {
    const name = schema.find(({ KeyType }) => KeyType === role)?.AttributeName;
    if (name === undefined) return undefined;
    const found = table.AttributeDefinitions.find(({ AttributeName }) => AttributeName === name);
    if (!found) throw new TemplateFault(at, `key ${name} is not among the AttributeDefinitions`);
    return { name, type: found.AttributeType };
  };
  const [partition, sort] = [findKeyAttribute('HASH'), findKeyAttribute('RANGE')];
  if (!partition) throw new TemplateFault(at, 'has no partition key');
  return sort ? { partition, sort } : { partition };
};

const indexOf = (index: z.infer<typeof Index>, table: Table, at: string): IndexDefinition => {
  const { ProjectionType, NonKeyAttributes = [] } = index.Projection;
  return {
    name: index.IndexName,
    keys: keysOf(index.KeySchema, table, `${at}.${index.IndexName}`),
    projection: ProjectionType === 'INCLUDE' ? NonKeyAttributes : ProjectionType,
  };
};

const tableOf = (resource: StackResource): TableDefinition => {
  const table = readProperties(Table, resource);
  const ttl = table.TimeToLiveSpecification;
  return {
    name: resource.name,
    arn: resource.attribute('Arn'),
    ...(table.StreamSpecification && { streamArn: resource.attribute('StreamArn') }),
    keys: keysOf(table.KeySchema, table, resource.at),
    indexes: table.GlobalSecondaryIndexes.map((index) => indexOf(index, table, resource.at)),
    ...(ttl?.Enabled === true && { ttlAttribute: ttl.AttributeName }),
  };
};

export const readTables = (stack: Stack): readonly TableDefinition[] =>
  stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(tableOf);
