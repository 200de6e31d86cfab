import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import { readSystem } from '../../../infra/local/runtime/read-system.ts';
import { LOCAL_PLACE } from '../../../infra/local/runtime/template/place.ts';
import { boot } from '../../../infra/local/system/boot.ts';
import type { LocalSystem } from '../../../infra/local/system/local-system.ts';
import { allow, getAtt, lambda, ref, role, writeAssembly } from './support/fixture-assembly.ts';
import type { FixtureResource } from './support/fixture-assembly.ts';
import { SIGNER } from './support/fixture-code.ts';
import { openWorkbench } from './support/fixture-function.ts';
import type { Workbench } from './support/fixture-function.ts';

const START = Date.parse('2026-01-31T16:00:00Z');

const bucket = (more: object = {}): FixtureResource => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    VersioningConfiguration: { Status: 'Enabled' },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    ...more,
  },
});

const objects = { 'Fn::Join': ['', [getAtt('Evidence', 'Arn'), '/evidence/*']] };
const CORS = {
  AllowedOrigins: ['https://desk.example'],
  AllowedMethods: ['PUT'],
  AllowedHeaders: ['content-type'],
  MaxAge: 3600,
};

const resources = {
  Evidence: bucket({ CorsConfiguration: { CorsRules: [CORS] } }),
  SignerRole: role(
    allow(['s3:PutObject', 's3:GetObject'], objects),
    allow('s3:ListBucket', getAtt('Evidence', 'Arn')),
  ),
  Signer: lambda({
    role: 'SignerRole',
    code: 'signer',
    variables: { EVIDENCE_BUCKET: ref('Evidence') },
    more: { Timeout: 10 },
  }),
  ReaderRole: role(allow('s3:GetObject', objects)),
  Reader: lambda({
    role: 'ReaderRole',
    code: 'signer',
    variables: { EVIDENCE_BUCKET: ref('Evidence') },
    more: { Timeout: 10 },
  }),
};

const clock = frozenClock(START);
let bench: Workbench;
let system: LocalSystem;

beforeAll(async () => {
  bench = openWorkbench();
  await bench.build('signer', SIGNER);
  writeAssembly(bench.directory, { Resources: resources });
  system = await boot({
    assembly: bench.directory,
    dataDir: ':memory:',
    clock,
    log: () => undefined,
  });
});

afterAll(async () => {
  await system.stop();
  bench.dispose();
});

/** The answer of the function: `put`, `head`, `upload` (a signed URL) or `download`. */
const ask = async (work: string, key: string, name = 'Signer'): Promise<string> => {
  const invocation = await system.invoke(name, { work, key });
  return invocation.ok ? String(invocation.value) : 'fault';
};

const send = async (url: string) => (await fetch(url, { method: 'PUT', body: 'bytes' })).status;

const operator = () => new S3Client({ ...system, endpoint: system.engineUrl });

describe('the bucket of a template', () => {
  const place = { ...LOCAL_PLACE, apiUrl: 'http://127.0.0.1:1', engineUrl: 'http://127.0.0.1:2' };
  const read = (more: object) => {
    const own = openWorkbench();
    try {
      writeAssembly(own.directory, { Resources: { Evidence: bucket(more) } });
      return readSystem(own.directory, {}, place).buckets;
    } finally {
      own.dispose();
    }
  };

  it('has a name that a bucket may have, and the rules for pages', () => {
    expect(read({ CorsConfiguration: { CorsRules: [CORS] } })).toEqual([
      {
        name: 'local-evidence',
        arn: 'arn:aws-cn:s3:::local-evidence',
        cors: [
          {
            origins: ['https://desk.example'],
            methods: ['PUT'],
            headers: ['content-type'],
            exposed: [],
            maxAgeSeconds: 3600,
          },
        ],
      },
    ]);
    expect(read({ BucketName: 'own' })).toMatchObject([{ name: 'own', cors: [] }]);
  });

  it.each([
    [{ WebsiteConfiguration: {} }, 'Resources.Evidence.Properties.WebsiteConfiguration'],
    [{ NotificationConfiguration: {} }, 'Resources.Evidence.Properties.NotificationConfiguration'],
    [
      { OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } },
      'Resources.Evidence.Properties.OwnershipControls.Rules.0.ObjectOwnership',
    ],
  ])('is refused with %j', (more, at) => {
    expect(() => read(more)).toThrow(at);
  });
});

describe('a function with an unmodified client', () => {
  it('puts and finds objects, and is told of missing ones', async () => {
    await expect(ask('put', 'evidence/own')).resolves.toBe('stored');
    await expect(ask('head', 'evidence/own')).resolves.toBe('5');
    await expect(ask('head', 'evidence/none')).resolves.toBe('NotFound');
    const get = new GetObjectCommand({ Bucket: 'local-evidence', Key: 'evidence/own' });
    const client = operator();
    const found = await client.send(get);
    await expect(found.Body?.transformToString()).resolves.toBe('bytes');
    expect(found.LastModified).toEqual(new Date(START));
    client.destroy();
  });

  it('may do what its role grants and no more', async () => {
    await expect(ask('put', 'elsewhere/own')).resolves.toBe('AccessDenied');
    await expect(ask('put', 'evidence/own', 'Reader')).resolves.toBe('AccessDenied');
    await expect(ask('head', 'evidence/own', 'Reader')).resolves.toBe('5');
    // The service returns the same to a caller without the right to list.
    await expect(ask('head', 'evidence/none', 'Reader')).resolves.toBe('403');
  });

  it('signs addresses with its own rights, for as long as the clock of the system says', async () => {
    const upload = await ask('upload', 'evidence/signed');
    await expect(send(upload)).resolves.toBe(200);
    await expect(send(await ask('upload', 'evidence/x', 'Reader'))).resolves.toBe(403);
    const download = await ask('download', 'evidence/signed', 'Reader');
    const found = await fetch(download);
    await expect(found.text()).resolves.toBe('bytes');
    clock.advance(61_000);
    expect((await fetch(download)).status).toBe(403);
    await expect(send(upload)).resolves.toBe(403);
  });
});

it('the operator may do everything', async () => {
  const client = operator();
  const put = new PutObjectCommand({ Bucket: 'local-evidence', Key: 'anything', Body: 'x' });
  await expect(client.send(put)).resolves.toMatchObject({ ServerSideEncryption: 'AES256' });
  client.destroy();
});
