import { hkdfSync, randomBytes } from 'node:crypto';

import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import type { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod/mini';

import { erasedWords, isErased } from '../domain/text/erased.ts';
import type { KeyPurpose, KeyRing } from '../port/key-ring.ts';
import { sealWith, unsealWith } from '../seal.ts';
import { putNew } from './items.ts';
import type { ItemKey } from './keys.ts';
import { defineKind, startVersions } from './stored-kind.ts';
import { fromItem } from './table.ts';
import type { Table } from './table.ts';

interface WrappedKey {
  readonly version: number;
  /** The data key as wrapped by KMS, base64. */
  readonly wrapped: string;
}

export const storedDataKey = defineKind<WrappedKey>()({
  name: 'data_key',
  writes: 1,
  versions: startVersions(1, z.strictObject({ version: z.int(), wrapped: z.string() })),
});

const firstKey: ItemKey = { pk: 'KEYRING', sk: 'KEY#0001' };

interface Wrapping {
  readonly kms: KMSClient;
  readonly keyArn: string;
  /** Whether this function may create the first data key; the others only unwrap it. */
  readonly mayMake: boolean;
}

type DataKeys = ReadonlyMap<number, Uint8Array>;

const context = { purpose: 'haochaping-data-key' };

const deriveKey = (dataKey: Uint8Array, purpose: KeyPurpose): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', dataKey, '', `haochaping/${purpose}`, 32));

/** Derives each key once per data key: the derivation costs more than most uses of the key. */
const createKeyDeriver = () => {
  const known = new WeakMap<Uint8Array, Map<KeyPurpose, Uint8Array>>();
  return (dataKey: Uint8Array, purpose: KeyPurpose): Uint8Array => {
    const ofKey = known.get(dataKey) ?? new Map<KeyPurpose, Uint8Array>();
    known.set(dataKey, ofKey);
    const key = ofKey.get(purpose) ?? deriveKey(dataKey, purpose);
    ofKey.set(purpose, key);
    return key;
  };
};

const readWrapped = async (table: Table): Promise<readonly WrappedKey[]> => {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: firstKey.pk } },
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).map((item) => fromItem(storedDataKey, item));
};

/** The first function that needs a key creates it. When several do at once, one key stays. */
const makeFirst = async (table: Table, { kms, keyArn }: Wrapping): Promise<void> => {
  const made = await kms.send(
    new GenerateDataKeyCommand({ KeyId: keyArn, KeySpec: 'AES_256', EncryptionContext: context }),
  );
  if (made.CiphertextBlob === undefined) throw new Error('KMS returned no data key');
  const wrapped = Buffer.from(made.CiphertextBlob).toString('base64');
  await putNew(table, { key: firstKey, kind: storedDataKey }, { version: 1, wrapped });
};

const unwrapKey = async ({ kms, keyArn }: Wrapping, key: WrappedKey): Promise<Uint8Array> => {
  const opened = await kms.send(
    new DecryptCommand({
      KeyId: keyArn,
      CiphertextBlob: Buffer.from(key.wrapped, 'base64'),
      EncryptionContext: context,
    }),
  );
  if (opened.Plaintext === undefined) throw new Error('KMS returned no plaintext');
  return opened.Plaintext;
};

const loadKeys = async (table: Table, wrapping: Wrapping): Promise<DataKeys> => {
  let wrapped = await readWrapped(table);
  if (wrapped.length === 0 && wrapping.mayMake) {
    await makeFirst(table, wrapping);
    wrapped = await readWrapped(table);
  }
  return new Map(
    await Promise.all(
      wrapped.map(async (key) => [key.version, await unwrapKey(wrapping, key)] as const),
    ),
  );
};

/**
 * Before the first integrator or pad there is no data key, so no token or receipt can exist. With
 * an unknown random key every verification fails, as it should.
 */
const nobodysKey = (): Uint8Array => randomBytes(32);

/**
 * Reads and unwraps the data keys once per function instance. A failed load is not cached. A
 * ciphertext of an unknown version (after a rotation) causes another read.
 */
export const keyRing = (table: Table, wrapping: Wrapping): KeyRing => {
  let loading: Promise<DataKeys> | undefined;
  const derived = createKeyDeriver();
  const readKeys = async (again = false): Promise<DataKeys> => {
    if (again) loading = undefined;
    loading ??= loadKeys(table, wrapping).catch((fault: unknown) => {
      loading = undefined;
      throw fault;
    });
    const loaded = await loading;
    if (loaded.size === 0) loading = undefined;
    return loaded;
  };
  const ofVersion = async (version: number, purpose: KeyPurpose): Promise<Uint8Array> => {
    const dataKey = (await readKeys()).get(version) ?? (await readKeys(true)).get(version);
    if (dataKey === undefined)
      throw new Error('a text is encrypted with a data key that is not in the table');
    return derived(dataKey, purpose);
  };
  const findNewest = async (): Promise<number> => Math.max(...(await readKeys()).keys());

  return {
    async encrypt(plain, place) {
      const version = await findNewest();
      return `${version}.${sealWith(await ofVersion(version, 'field'), plain, place)}`;
    },

    async decrypt(sealed, place) {
      if (isErased(sealed)) return erasedWords;
      const dot = sealed.indexOf('.');
      const key = await ofVersion(Number(sealed.slice(0, dot)), 'field');
      return unsealWith(key, sealed.slice(dot + 1), place);
    },

    // Tokens, receipts and fingerprints outlive a rotation, so they stay with the first key.
    async key(purpose) {
      return derived((await readKeys()).get(1) ?? nobodysKey(), purpose);
    },
  };
};
