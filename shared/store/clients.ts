import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';

import type { KeyRing } from '../port/key-ring.ts';
import { sdkConfig, withoutSdkLog } from '../sdk-client.ts';
import { keyRing } from './key-ring.ts';
import type { Table } from './table.ts';

let tableClient: DynamoDBClient | undefined;
let keyClient: KMSClient | undefined;

/** Returns the table of the environment; a function instance has one client for all of them. */
export const createTable = ({ TABLE_NAME }: { TABLE_NAME: string }): Table => {
  tableClient ??= withoutSdkLog(new DynamoDBClient(sdkConfig));
  return { client: tableClient, name: TABLE_NAME };
};

const kms = (): KMSClient => (keyClient ??= withoutSdkLog(new KMSClient(sdkConfig)));

interface KeyConfig {
  readonly FIELD_KEY_ARN: string;
}

/** Returns the keys for a function that requires an existing data key. */
export const createKeyRing = (table: Table, { FIELD_KEY_ARN }: KeyConfig): KeyRing =>
  keyRing(table, {
    kms: kms(),
    keyArn: FIELD_KEY_ARN,
    mayMake: false,
  });

/**
 * Returns the keys for the functions that come first in any installation: they may create the data
 * key.
 */
export const createRootKeyRing = (table: Table, { FIELD_KEY_ARN }: KeyConfig): KeyRing =>
  keyRing(table, {
    kms: kms(),
    keyArn: FIELD_KEY_ARN,
    mayMake: true,
  });
