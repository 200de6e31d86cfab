import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';

import type { KeyRing } from '../port/key-ring.ts';
import { sdkLimits } from '../sdk-limits.ts';
import { keyRing } from './key-ring.ts';
import type { Table } from './table.ts';

/** The table of the environment, with one client for the life of the function instance. */
export const createTable = ({ TABLE_NAME }: { TABLE_NAME: string }): Table => ({
  client: new DynamoDBClient(sdkLimits),
  name: TABLE_NAME,
});

interface KeyConfig {
  readonly FIELD_KEY_ARN: string;
}

/** The keys for a function that finds them made. */
export const createKeyRing = (table: Table, { FIELD_KEY_ARN }: KeyConfig): KeyRing =>
  keyRing(table, { kms: new KMSClient(sdkLimits), keyArn: FIELD_KEY_ARN, mayMake: false });

/** The keys for the functions that everything else begins with: they make the first one. */
export const createRootKeyRing = (table: Table, { FIELD_KEY_ARN }: KeyConfig): KeyRing =>
  keyRing(table, { kms: new KMSClient(sdkLimits), keyArn: FIELD_KEY_ARN, mayMake: true });
