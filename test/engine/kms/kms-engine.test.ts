import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  KMSClient,
  ListKeysCommand,
  NotFoundException,
} from '@aws-sdk/client-kms';
import type { DecryptCommandInput, GenerateDataKeyCommandInput } from '@aws-sdk/client-kms';
import { asyncProperty, assert, dictionary, string, uint8Array } from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import { serveEngine } from '../../../infra/local/engine/http.ts';
import type { ServedEngine } from '../../../infra/local/engine/http.ts';
import { createKmsEngine } from '../../../infra/local/engine/kms/kms-engine.ts';
import type { KmsEngineOptions } from '../../../infra/local/engine/kms/kms-engine.ts';

const ARN = 'arn:aws:kms:local:000000000000:key/fields';
const TEMPLATE = [
  { id: 'fields', arn: ARN, aliases: ['alias/stack/fields'] },
  { id: 'other', arn: `${ARN}-other`, aliases: [] },
];
const CONTEXT = { purpose: 'data-key', city: '嵊州' };

let directory: string;
let keyFile: string;
let server: ServedEngine;
let kms: KMSClient;

const open = async (options: Partial<KmsEngineOptions> = { keys: TEMPLATE }) => {
  const engine = createKmsEngine({ keyFile, ...options });
  server = await serveEngine({ services: [engine], clock: frozenClock(Date.UTC(2026, 0, 5)) });
  kms = new KMSClient({
    endpoint: server.url,
    region: 'local',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
};

const close = async () => {
  kms.destroy();
  await server.stop();
};

const reopen = async (options?: Partial<KmsEngineOptions>) => {
  await close();
  await open(options);
};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kms-'));
  keyFile = join(directory, 'keys.json');
  await open();
});

afterEach(async () => {
  await close();
  await rm(directory, { recursive: true });
});

const dataKey = (more: Partial<GenerateDataKeyCommandInput> = {}) =>
  kms.send(
    new GenerateDataKeyCommand({
      KeyId: ARN,
      KeySpec: 'AES_256',
      EncryptionContext: CONTEXT,
      ...more,
    }),
  );

const decrypt = (CiphertextBlob: Uint8Array | undefined, more: Partial<DecryptCommandInput> = {}) =>
  kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: CONTEXT, ...more }));

const encrypt = (text: string, KeyId = ARN) =>
  kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from(text), EncryptionContext: CONTEXT }));

test('a data key comes open and sealed, and the sealed one opens to the open one', async () => {
  const made = await dataKey();
  expect(made.KeyId).toBe(ARN);
  expect(made.Plaintext).toHaveLength(32);
  const opened = await decrypt(made.CiphertextBlob, { KeyId: ARN });
  expect(opened.Plaintext).toEqual(made.Plaintext);
  expect(opened).toMatchObject({ KeyId: ARN, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
});

test('two data keys are never the same', async () => {
  const [one, two] = [await dataKey(), await dataKey()];
  expect(one.Plaintext).not.toEqual(two.Plaintext);
});

test.each<[Partial<GenerateDataKeyCommandInput>, number]>([
  [{ KeySpec: 'AES_128' }, 16],
  [{ KeySpec: undefined, NumberOfBytes: 1 }, 1],
  [{ KeySpec: undefined, NumberOfBytes: 1024 }, 1024],
])('a data key of %j has %i bytes', async (more, length) => {
  expect((await dataKey(more)).Plaintext).toHaveLength(length);
});

test('a data key may stay sealed', async () => {
  const sealed = await kms.send(
    new GenerateDataKeyWithoutPlaintextCommand({
      KeyId: 'fields',
      KeySpec: 'AES_256',
      EncryptionContext: CONTEXT,
    }),
  );
  expect(sealed).not.toHaveProperty('Plaintext');
  expect((await decrypt(sealed.CiphertextBlob)).Plaintext).toHaveLength(32);
});

test('any text and context open again, with the context in any order', async () => {
  const property = asyncProperty(
    uint8Array({ minLength: 1, maxLength: 4096 }),
    dictionary(string({ minLength: 1 }), string(), { maxKeys: 5 }),
    async (Plaintext, EncryptionContext) => {
      const made = await kms.send(new EncryptCommand({ KeyId: ARN, Plaintext, EncryptionContext }));
      const turned = Object.fromEntries(Object.entries(EncryptionContext).toReversed());
      const opened = await decrypt(made.CiphertextBlob, { EncryptionContext: turned });
      expect(opened.Plaintext).toEqual(Plaintext);
    },
  );
  await assert(property, { numRuns: 50 });
});

test('the same text is never sealed the same way twice', async () => {
  const [one, two] = [await encrypt('身份证'), await encrypt('身份证')];
  expect(one.CiphertextBlob).not.toEqual(two.CiphertextBlob);
});

test.each([
  ['none', undefined],
  ['a pair less', { purpose: 'data-key' }],
  ['another value', { ...CONTEXT, city: '嘉兴' }],
  ['a pair more', { ...CONTEXT, year: '2026' }],
])('with %s of the context the text stays closed', async (_, EncryptionContext) => {
  const made = await encrypt('身份证');
  await expect(decrypt(made.CiphertextBlob, { EncryptionContext })).rejects.toBeInstanceOf(
    InvalidCiphertextException,
  );
});

test('a change of any byte keeps the text closed', async () => {
  const { CiphertextBlob = new Uint8Array() } = await encrypt('x');
  for (const position of CiphertextBlob.keys()) {
    const changed = Uint8Array.from(CiphertextBlob);
    changed[position]! ^= 1;
    await expect(decrypt(changed), `byte ${position}`).rejects.toBeInstanceOf(
      InvalidCiphertextException,
    );
  }
  for (const length of [1, 2, 10, CiphertextBlob.length - 1]) {
    await expect(decrypt(CiphertextBlob.subarray(0, length))).rejects.toBeInstanceOf(
      InvalidCiphertextException,
    );
  }
});

test('id, ARN and alias are the same key; another key is not', async () => {
  const made = await encrypt('x', 'alias/stack/fields');
  const aliasArn = 'arn:aws:kms:local:000000000000:alias/stack/fields';
  for (const KeyId of ['fields', ARN, 'alias/stack/fields', aliasArn]) {
    expect((await decrypt(made.CiphertextBlob, { KeyId })).KeyId).toBe(ARN);
  }
  await encrypt('y', 'other');
  await expect(decrypt(made.CiphertextBlob, { KeyId: 'other' })).rejects.toBeInstanceOf(
    IncorrectKeyException,
  );
});

test.each(['none', `${ARN}-none`, 'alias/none', 'not a key', 'arn:aws:s3:::bucket'])(
  'the key %s is not found',
  async (KeyId) => {
    const made = await encrypt('x');
    await expect(encrypt('x', KeyId)).rejects.toBeInstanceOf(NotFoundException);
    await expect(dataKey({ KeyId })).rejects.toBeInstanceOf(NotFoundException);
    await expect(decrypt(made.CiphertextBlob, { KeyId })).rejects.toBeInstanceOf(NotFoundException);
    await expect(kms.send(new DescribeKeyCommand({ KeyId }))).rejects.toBeInstanceOf(
      NotFoundException,
    );
  },
);

test('without a template a key exists from its first use on', async () => {
  await reopen({});
  const describe = () => kms.send(new DescribeKeyCommand({ KeyId: ARN }));
  await expect(describe()).rejects.toBeInstanceOf(NotFoundException);
  const made = await encrypt('x');
  expect((await describe()).KeyMetadata).toMatchObject({
    KeyId: 'fields',
    Arn: ARN,
    AWSAccountId: '000000000000',
    Enabled: true,
    KeyState: 'Enabled',
  });
  expect((await decrypt(made.CiphertextBlob, { KeyId: 'fields' })).Plaintext).toHaveLength(1);
});

test.each<[string, Partial<GenerateDataKeyCommandInput>, string]>([
  ['both length and spec', { NumberOfBytes: 32 }, 'ValidationException'],
  ['neither length nor spec', { KeySpec: undefined }, 'ValidationException'],
  ['1025 bytes', { KeySpec: undefined, NumberOfBytes: 1025 }, 'ValidationException'],
  ['an unknown spec', { KeySpec: 'AES_512' as 'AES_256' }, 'ValidationException'],
  ['an empty key id', { KeyId: '' }, 'ValidationException'],
  ['grant tokens', { GrantTokens: ['a'] }, 'UnsupportedByEmbeddedEngine'],
  ['a dry run', { DryRun: true }, 'UnsupportedByEmbeddedEngine'],
])('a data key with %s is refused', async (_, more, name) => {
  await expect(dataKey(more)).rejects.toMatchObject({ name });
});

test('a text over 4096 bytes and another algorithm are refused', async () => {
  await expect(encrypt('x'.repeat(4097))).rejects.toMatchObject({ name: 'ValidationException' });
  const { CiphertextBlob } = await encrypt('x'.repeat(4096));
  await expect(
    decrypt(CiphertextBlob, { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
  ).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
});

test('other operations are named as unsupported', async () => {
  await expect(kms.send(new ListKeysCommand({}))).rejects.toThrow('KMS operation ListKeys');
  const mac = { KeyId: ARN, Message: Buffer.from('x'), MacAlgorithm: 'HMAC_SHA_256' } as const;
  await expect(kms.send(new GenerateMacCommand(mac))).rejects.toThrow('KMS operation GenerateMac');
});

test('what was sealed before a restart opens after it', async () => {
  const made = await encrypt('身份证');
  await reopen();
  const opened = await decrypt(made.CiphertextBlob);
  expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('身份证');
});

test('without the key file the sealed stays closed', async () => {
  const made = await encrypt('身份证');
  await rm(keyFile);
  await reopen();
  await encrypt('x');
  await expect(decrypt(made.CiphertextBlob)).rejects.toBeInstanceOf(InvalidCiphertextException);
});

test('the key file is for its owner alone and holds no name but the key id', async () => {
  await encrypt('x');
  const mode = (await stat(keyFile)).mode % 0o1000;
  expect(mode).toBe(0o600);
  const keys = JSON.parse(await readFile(keyFile, 'utf8')) as Record<string, string>;
  expect(Object.keys(keys)).toEqual(['fields']);
  expect(Buffer.from(keys['fields'] ?? '', 'base64')).toHaveLength(32);
});

test.each(['', 'null', '{"fields":"c2hvcnQ="}', 'no json'])(
  'a key file that says %j is a fault and stays as it is',
  async (content) => {
    await writeFile(keyFile, content);
    expect(() => createKmsEngine({ keyFile })).toThrow('is not a key file');
    expect(await readFile(keyFile, 'utf8')).toBe(content);
  },
);
