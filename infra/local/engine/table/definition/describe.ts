/**
 * DescribeTable, ListTables, DescribeTimeToLive: used by clients and their waiters at the start.
 */
import type { IndexDefinition, KeyDefinition } from '../../model.ts';
import type { Call } from '../engine-core.ts';
import { notFound } from './catalog.ts';
import { makeConstraintError } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { keyAttributes } from './table-shape.ts';
import type { Table } from './table-shape.ts';

const MAX_TABLES = 100;

const keySchema = ({ partition, sort }: KeyDefinition): readonly object[] => [
  { AttributeName: partition.name, KeyType: 'HASH' },
  ...(sort === undefined ? [] : [{ AttributeName: sort.name, KeyType: 'RANGE' }]),
];

const projectionOf = ({ projection }: IndexDefinition): object =>
  typeof projection === 'string'
    ? { ProjectionType: projection }
    : { ProjectionType: 'INCLUDE', NonKeyAttributes: projection };

const attributeDefinitions = ({ definition }: Table): readonly object[] => {
  const all = [definition.keys, ...definition.indexes.map(({ keys }) => keys)];
  const types = new Map(all.flatMap(keyAttributes).map(({ name, type }) => [name, type]));
  return [...types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
};

const indexesOf = ({ definition }: Table): object => {
  if (definition.indexes.length === 0) return {};
  const GlobalSecondaryIndexes = definition.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: keySchema(index.keys),
    Projection: projectionOf(index),
    IndexStatus: 'ACTIVE',
    IndexArn: `${definition.arn}/index/${index.name}`,
  }));
  return { GlobalSecondaryIndexes };
};

const streamOf = ({ definition: { streamArn } }: Table): object =>
  streamArn === undefined
    ? {}
    : {
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        LatestStreamArn: streamArn,
        LatestStreamLabel: streamArn.slice(streamArn.lastIndexOf('/') + 1),
      };

const tableNamed = (call: Call, parameters: Parameters): Table => {
  const name = parameters.requiredText('TableName');
  const known = call.core.catalog
    .all()
    .find((table) => [table.name, table.definition.arn].includes(name));
  if (known === undefined) throw notFound(`: Table: ${name} not found`);
  return known;
};

export const describeTable = (call: Call, parameters: Parameters): object => {
  const table = tableNamed(call, parameters);
  const totals = call.core.sql.get(
    'SELECT COUNT(*) AS items, COALESCE(SUM(size), 0) AS bytes FROM dynamo_item WHERE table_id = ?',
    table.id,
  );
  return {
    Table: {
      TableName: table.name,
      TableArn: table.definition.arn,
      TableStatus: 'ACTIVE',
      CreationDateTime: table.createdAt / 1000,
      KeySchema: keySchema(table.definition.keys),
      AttributeDefinitions: attributeDefinitions(table),
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      ItemCount: Number(totals?.['items']),
      TableSizeBytes: Number(totals?.['bytes']),
      ...indexesOf(table),
      ...streamOf(table),
    },
  };
};

export const listTables = (call: Call, parameters: Parameters): object => {
  const limit = parameters.whole('Limit', 1) ?? MAX_TABLES;
  if (limit > MAX_TABLES) {
    const rule = 'Member must have value less than or equal to 100';
    throw makeConstraintError(`'${limit}'`, 'Limit', rule);
  }
  const after = parameters.text('ExclusiveStartTableName') ?? '';
  const names = call.core.catalog
    .all()
    .map(({ name }) => name)
    .filter((name) => name > after)
    .toSorted();
  const TableNames = names.slice(0, limit);
  const last = names.length > limit ? { LastEvaluatedTableName: TableNames.at(-1) } : {};
  return { TableNames, ...last };
};

export const describeTimeToLive = (call: Call, parameters: Parameters): object => {
  const { ttlAttribute } = tableNamed(call, parameters).definition;
  const description =
    ttlAttribute === undefined
      ? { TimeToLiveStatus: 'DISABLED' }
      : { TimeToLiveStatus: 'ENABLED', AttributeName: ttlAttribute };
  return { TimeToLiveDescription: description };
};
