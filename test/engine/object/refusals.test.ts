import { createHash } from 'node:crypto';

import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { answerOf, BUCKET, openObjects, refusalOf } from './open-objects.ts';
import type { OpenObjects } from './open-objects.ts';

let open: OpenObjects;

beforeAll(async () => {
  open = await openObjects({ maximumBytes: 1000 });
});

afterAll(() => open.close());

const put = (more: Partial<PutObjectCommandInput>, by = 'all') =>
  open
    .client(by)
    .send(new PutObjectCommand({ Bucket: BUCKET, Key: 'evidence/a', Body: 'bytes', ...more }));

const NOTHING = new Uint8Array();

const head = (by: string, Key: string) =>
  open.client(by).send(new HeadObjectCommand({ Bucket: BUCKET, Key }));

const md5 = (text: string) => createHash('md5').update(text).digest('base64');

describe('what the engine does not have is named', () => {
  const at = { Bucket: BUCKET, Key: 'evidence/a' };

  test.each([
    [new ListBucketsCommand({}), 'GET /'],
    [new ListObjectsV2Command({ Bucket: BUCKET }), 'GET /<bucket>?list-type'],
    [new GetObjectTaggingCommand(at), 'GET /<bucket>/<key>?tagging'],
    [new CreateMultipartUploadCommand(at), 'POST /<bucket>/<key>?uploads'],
    [new GetObjectCommand({ ...at, VersionId: '1' }), 'GET /<bucket>/<key>?versionId'],
    [new GetObjectCommand({ ...at, IfModifiedSince: new Date(0) }), 'if-modified-since'],
    [new GetObjectCommand({ ...at, Range: 'bytes=0-1,3-4' }), 'more than one range'],
    [
      new PutObjectCommand({ ...at, Body: NOTHING, StorageClass: 'GLACIER' }),
      'x-amz-storage-class: GLACIER',
    ],
    [new PutObjectCommand({ ...at, Body: NOTHING, ACL: 'public-read' }), 'x-amz-acl: public-read'],
    [new PutObjectCommand({ ...at, Body: NOTHING, ServerSideEncryption: 'aws:kms' }), 'aws:kms'],
    [
      new PutObjectCommand({ ...at, Body: NOTHING, ChecksumCRC32C: 'yZRlqg==' }),
      'x-amz-checksum-crc32c',
    ],
    [new DeleteObjectCommand({ ...at, IfMatch: '"a"' }), 'If-Match'],
  ])('%#', async (command, named) => {
    await put({});
    const refusal = await refusalOf(open.client().send(command as GetObjectCommand));
    expect(refusal).toMatchObject({ name: 'NotImplemented', status: 501 });
    expect(refusal.message).toContain(named);
  });
});

describe('rights', () => {
  test('reading needs the right to read, writing the right to write', async () => {
    await put({}, 'writer');
    const denied = { name: 'AccessDenied', status: 403 };
    expect(await refusalOf(put({}, 'reader'))).toMatchObject(denied);
    const get = new GetObjectCommand({ Bucket: BUCKET, Key: 'evidence/a' });
    expect(await refusalOf(open.client('writer').send(get))).toMatchObject(denied);
    const remove = new DeleteObjectCommand({ Bucket: BUCKET, Key: 'evidence/a' });
    expect(await refusalOf(open.client('writer').send(remove))).toMatchObject(denied);
    expect((await head('reader', 'evidence/a')).ContentLength).toBe(5);
  });

  test('who may not list is not told that an object is missing', async () => {
    expect((await refusalOf(head('reader', 'evidence/none'))).status).toBe(403);
    expect((await refusalOf(head('all', 'evidence/none'))).status).toBe(404);
  });

  test('a bucket that is not there is said to be missing', async () => {
    expect(await refusalOf(put({ Bucket: 'other' }))).toMatchObject({
      name: 'NoSuchBucket',
      status: 404,
    });
  });

  test('nobody is nobody, signed or not', async () => {
    const refusal = await refusalOf(put({}, 'nobody'));
    expect(refusal).toMatchObject({ name: 'InvalidAccessKeyId', status: 403 });
    const plain = await answerOf(await fetch(`${open.url}/${BUCKET}/evidence/a`));
    expect(plain).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test('a wrong secret does not match', async () => {
    const credentials = { accessKeyId: 'all', secretAccessKey: 'guessed' };
    const get = new GetObjectCommand({ Bucket: BUCKET, Key: 'evidence/a' });
    const refusal = await refusalOf(open.client('all', { credentials }).send(get));
    expect(refusal).toMatchObject({ name: 'SignatureDoesNotMatch', status: 403 });
  });
});

describe('content', () => {
  test.each([
    ['an MD5 of other bytes', { ContentMD5: md5('other') }, 'BadDigest'],
    ['an MD5 that is none', { ContentMD5: 'abc' }, 'InvalidDigest'],
    ['a checksum of other bytes', { ChecksumCRC32: 'AAAAAA==' }, 'BadDigest'],
    ['a checksum that is none', { ChecksumSHA256: 'abc' }, 'InvalidRequest'],
    ['a key that is too long', { Key: `evidence/${'图'.repeat(340)}` }, 'KeyTooLongError'],
    ['metadata that is too long', { Metadata: { a: 'x'.repeat(2048) } }, 'MetadataTooLarge'],
    ['more than the engine takes', { Body: 'x'.repeat(1001) }, 'EntityTooLarge'],
    ['far more than it takes', { Body: 'x'.repeat(2_000_000) }, 'EntityTooLarge'],
  ])('with %s is refused', async (_, more, name) => {
    expect(await refusalOf(put(more))).toMatchObject({ name, status: 400 });
  });

  test('with a right MD5, and as much as the engine takes, is taken', async () => {
    const Body = 'x'.repeat(1000);
    expect((await put({ Body, ContentMD5: md5(Body) })).ETag).toMatch(/^"[0-9a-f]{32}"$/u);
  });
});

test('an address that cannot be read is refused', async () => {
  const answer = await answerOf(await fetch(`${open.url}/${BUCKET}/%E0%A4%A`));
  expect(answer).toMatchObject({ status: 400, code: 'InvalidURI' });
});

test('an error is a document that names resource and request', async () => {
  const answer = await answerOf(await fetch(`${open.url}/${BUCKET}/a&b?x=1`));
  expect(answer.headers.get('content-type')).toBe('application/xml');
  expect(answer.text).toContain(`<Resource>/${BUCKET}/a&amp;b</Resource>`);
  const id = answer.headers.get('x-amz-request-id') ?? 'none';
  expect(answer.text).toContain(`<RequestId>${id}</RequestId>`);
});

test('until somebody is admitted, every call has to wait', async () => {
  const early = await openObjects({ admitted: false });
  try {
    const get = new GetObjectCommand({ Bucket: BUCKET, Key: 'evidence/a' });
    const refusal = await refusalOf(early.client().send(get));
    expect(refusal).toMatchObject({ name: 'ServiceUnavailable', status: 503 });
  } finally {
    await early.close();
  }
});
