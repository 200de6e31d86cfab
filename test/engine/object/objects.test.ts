import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { GetObjectCommandInput, PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { BUCKET, openObjects, refusalOf } from './open-objects.ts';
import type { OpenObjects } from './open-objects.ts';

let open: OpenObjects;
let client: S3Client;

beforeAll(async () => {
  open = await openObjects();
  client = open.client();
});

afterAll(() => open.close());

const put = (Key: string, more: Partial<PutObjectCommandInput> = {}) =>
  client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'photograph', ...more }));

const get = (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
  client.send(new GetObjectCommand({ Bucket: BUCKET, Key, ...more }));

const textOf = async (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
  (await get(Key, more)).Body?.transformToString();

describe('an object', () => {
  test('is what was put, with everything that was said of it', async () => {
    const said = {
      ContentType: 'image/png',
      ContentDisposition: 'inline',
      ContentEncoding: 'gzip',
      ContentLanguage: 'zh',
      CacheControl: 'private',
      Metadata: { ticket: 't-1' },
    };
    const stored = await put('evidence/a.png', said);
    expect(stored).toMatchObject({ ServerSideEncryption: 'AES256', ChecksumType: 'FULL_OBJECT' });
    const found = await get('evidence/a.png', { ChecksumMode: 'ENABLED' });
    expect(await found.Body?.transformToString()).toBe('photograph');
    expect(found).toMatchObject({
      ...said,
      ETag: stored.ETag,
      ContentLength: 10,
      AcceptRanges: 'bytes',
      ChecksumCRC32: stored.ChecksumCRC32,
      LastModified: new Date(open.clock.now()),
    });
  });

  test('has the MD5 of its bytes as its entity tag', async () => {
    const expected = `"${createHash('md5').update('photograph').digest('hex')}"`;
    expect((await put('evidence/tag')).ETag).toBe(expected);
  });

  test('has a type of no meaning when none was said', async () => {
    await put('evidence/untyped');
    expect((await get('evidence/untyped')).ContentType).toBe('application/octet-stream');
  });

  test('is described without its bytes', async () => {
    await put('evidence/described', { ContentType: 'application/pdf' });
    const head = await client.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: 'evidence/described' }),
    );
    expect(head).toMatchObject({ ContentLength: 10, ContentType: 'application/pdf' });
    expect(head.ChecksumCRC32).toBeUndefined();
  });

  test('may be empty, and may have any key', async () => {
    const Key = "evidence/ä b+c&d=e?f#g(1)!'*~/图.pdf";
    await put(Key, { Body: new Uint8Array() });
    expect(await textOf(Key)).toBe('');
    expect((await get(Key)).ContentLength).toBe(0);
  });

  test('is replaced as a whole', async () => {
    await put('evidence/twice', { ContentType: 'image/png', Metadata: { a: '1' } });
    open.clock.advance(60_000);
    await put('evidence/twice', { Body: 'second' });
    const found = await get('evidence/twice');
    expect(await found.Body?.transformToString()).toBe('second');
    expect(found.Metadata).toEqual({});
    expect(found.LastModified).toEqual(new Date(open.clock.now()));
  });

  test('is gone once deleted, and deleting again is no fault', async () => {
    await put('evidence/gone');
    const Key = 'evidence/gone';
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key }));
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key }));
    expect(await refusalOf(get(Key))).toMatchObject({ name: 'NoSuchKey', status: 404 });
    const head = client.send(new HeadObjectCommand({ Bucket: BUCKET, Key }));
    expect(await refusalOf(head)).toMatchObject({ name: 'NotFound', status: 404 });
  });

  test('sent in pieces is put together again', async () => {
    const pieces = Array.from({ length: 40 }, (_, at) => Buffer.alloc(5000, at));
    const whole = Buffer.concat(pieces);
    await put('evidence/pieces', {
      Body: Readable.from(pieces),
      ContentLength: whole.length,
      ChecksumAlgorithm: 'SHA256',
      ContentEncoding: 'gzip',
    });
    const found = await get('evidence/pieces', { ChecksumMode: 'ENABLED' });
    expect(Buffer.from((await found.Body?.transformToByteArray()) ?? [])).toEqual(whole);
    expect(found.ContentEncoding).toBe('gzip');
    expect(found.ChecksumSHA256).toMatch(/^[\w+/]{43}=$/u);
  });
});

describe('a part', () => {
  beforeAll(() => put('evidence/part', { Body: '0123456789' }).then(() => undefined));

  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-30', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-300', '89', 'bytes 8-9/10'],
  ])('%s is %s', async (Range, text, ContentRange) => {
    const found = await get('evidence/part', { Range });
    expect(await found.Body?.transformToString()).toBe(text);
    expect(found).toMatchObject({ ContentRange, ContentLength: text.length });
    expect(found.$metadata.httpStatusCode).toBe(206);
  });

  test.each(['bytes=4-2', 'bytes=x-', 'lines=1-2', 'bytes=-'])(
    '%s means nothing and gives everything',
    async (Range) => {
      expect(await textOf('evidence/part', { Range })).toBe('0123456789');
    },
  );

  test.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('%s has no byte', async (Range) => {
    const refusal = await refusalOf(get('evidence/part', { Range }));
    expect(refusal).toMatchObject({ name: 'InvalidRange', status: 416 });
  });
});

describe('a condition', () => {
  test('lets the first of two writers through', async () => {
    const both = await Promise.allSettled([
      put('evidence/first', { IfNoneMatch: '*', Body: 'one' }),
      put('evidence/first', { IfNoneMatch: '*', Body: 'two' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = await refusalOf(put('evidence/first', { IfNoneMatch: '*' }));
    expect(late).toMatchObject({ name: 'PreconditionFailed', status: 412 });
  });

  test('writes over the version that was read, and no other', async () => {
    const { ETag } = await put('evidence/match');
    await put('evidence/match', { IfMatch: ETag, Body: 'next' });
    const stale = await refusalOf(put('evidence/match', { IfMatch: ETag, Body: 'lost' }));
    expect(stale).toMatchObject({ name: 'PreconditionFailed', status: 412 });
    expect(await textOf('evidence/match')).toBe('next');
    const absent = await refusalOf(put('evidence/absent', { IfMatch: ETag }));
    expect(absent.status).toBe(404);
  });

  test('spares a reader what it has, and refuses what has changed', async () => {
    const { ETag } = await put('evidence/known');
    expect((await refusalOf(get('evidence/known', { IfNoneMatch: ETag }))).status).toBe(304);
    expect(await textOf('evidence/known', { IfMatch: ETag })).toBe('photograph');
    const other = await refusalOf(get('evidence/known', { IfMatch: '"other"' }));
    expect(other).toMatchObject({ name: 'PreconditionFailed', status: 412 });
  });
});

test('nothing of all this was a fault of the engine', () => {
  expect(open.faults).toEqual([]);
});
