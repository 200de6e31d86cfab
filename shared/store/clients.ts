import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';

import type { KeyRing } from '../port/key-ring.ts';
import { keyRing } from './key-ring.ts';
import type { Table } from './table.ts';

/** The table of the environment, with one client for the life of the function instance. */
export const openTable = ({ TABLE_NAME }: { TABLE_NAME: string }): Table => ({
  client: new DynamoDBClient({}),
  name: TABLE_NAME,
});

export const openKeys = (table: Table, { FIELD_KEY_ARN }: { FIELD_KEY_ARN: string }): KeyRing =>
  keyRing(table, { kms: new KMSClient({}), keyArn: FIELD_KEY_ARN });
