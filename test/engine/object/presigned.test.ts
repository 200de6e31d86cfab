import { createHash } from 'node:crypto';

import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { answerOf, BUCKET, openObjects, START } from './open-objects.ts';
import type { OpenObjects } from './open-objects.ts';

let open: OpenObjects;
let key = '';
let number = 0;

beforeAll(async () => {
  open = await openObjects();
});

beforeEach(() => {
  number += 1;
  key = `evidence/${number}`;
});

afterAll(() => open.close());

const CONTENT = '%PDF-1.7';
const HEADERS = {
  'content-type': 'application/pdf',
  'x-amz-checksum-sha256': createHash('sha256').update(CONTENT).digest('base64'),
};

interface Signing {
  readonly by?: string;
  readonly seconds?: number;
  readonly at?: Date;
  readonly key?: string;
}

/** As `evidence/offer` signs: type, length and checksum are part of the signature. */
const uploadUrl = ({ by = 'writer', seconds = 300, at, key: Key = key }: Signing = {}) =>
  getSignedUrl(
    open.client(by),
    new PutObjectCommand({
      Bucket: BUCKET,
      Key,
      ContentType: HEADERS['content-type'],
      ContentLength: CONTENT.length,
      ChecksumSHA256: HEADERS['x-amz-checksum-sha256'],
    }),
    {
      expiresIn: seconds,
      signingDate: at ?? new Date(open.clock.now()),
      signableHeaders: new Set(['content-type']),
      unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    },
  );

const downloadUrl = ({ by = 'reader', seconds = 300, at, key: Key = key }: Signing = {}) =>
  getSignedUrl(
    open.client(by),
    new GetObjectCommand({
      Bucket: BUCKET,
      Key,
      ResponseContentDisposition: 'attachment; filename="a.pdf"',
    }),
    { expiresIn: seconds, signingDate: at ?? new Date(open.clock.now()) },
  );

const signedBy = (region: string, secretAccessKey: string) => {
  const credentials = { accessKeyId: 'all', secretAccessKey };
  const client = new S3Client({ endpoint: open.url, region, credentials });
  const get = new GetObjectCommand({ Bucket: BUCKET, Key: key });
  return getSignedUrl(client, get, { signingDate: new Date(open.clock.now()) });
};

const send = async (url: string, body = CONTENT, headers: Record<string, string> = HEADERS) =>
  answerOf(await fetch(url, { method: 'PUT', body, headers }));

const fetchFrom = async (url: string) => answerOf(await fetch(url));

describe('a signed upload', () => {
  test('takes the file it was signed for, and a download gives it under its name', async () => {
    expect((await send(await uploadUrl())).status).toBe(200);
    const found = await fetchFrom(await downloadUrl());
    expect(found).toMatchObject({ status: 200, text: CONTENT });
    expect(found.headers.get('content-type')).toBe('application/pdf');
    expect(found.headers.get('content-disposition')).toBe('attachment; filename="a.pdf"');
  });

  test.each([
    ['another type', CONTENT, { ...HEADERS, 'content-type': 'text/html' }, 'SignatureDoesNotMatch'],
    ['another length', `${CONTENT}!`, HEADERS, 'SignatureDoesNotMatch'],
    ['other bytes', '%PDF-1.8', HEADERS, 'BadDigest'],
    [
      'another checksum',
      CONTENT,
      { ...HEADERS, 'x-amz-checksum-sha256': createHash('sha256').update('x').digest('base64') },
      'SignatureDoesNotMatch',
    ],
    ['metadata that nobody signed', CONTENT, { ...HEADERS, 'x-amz-meta-a': 'b' }, 'AccessDenied'],
  ])('refuses %s', async (_, body, headers, code) => {
    expect((await send(await uploadUrl(), body, headers)).code).toBe(code);
    expect((await fetchFrom(await downloadUrl({ by: 'all' }))).code).toBe('NoSuchKey');
  });

  test('takes no other key, bucket, method or time', async () => {
    const url = await uploadUrl();
    const forged = [
      url.replace(key, `${key}0`),
      url.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000'),
      url.replace(/X-Amz-Date=\d+T\d+Z/u, 'X-Amz-Date=20260302T000001Z'),
      url.replace(/(X-Amz-Signature=.{63})./u, (_, start: string) => `${start}g`),
      `${url}&x-amz-meta-a=b`,
    ];
    for (const one of forged) expect((await send(one)).code).toBe('SignatureDoesNotMatch');
    expect((await fetchFrom(url)).status).toBe(403);
    expect((await answerOf(await fetch(url, { method: 'DELETE' }))).status).toBe(403);
  });

  test('has the rights of the function that signed it', async () => {
    expect((await send(await uploadUrl({ by: 'reader' }))).code).toBe('AccessDenied');
    expect((await send(await uploadUrl({ key: 'elsewhere/1' }))).code).toBe('AccessDenied');
    const unknown = await send(await uploadUrl({ by: 'nobody' }));
    expect(unknown).toMatchObject({ status: 403, code: 'InvalidAccessKeyId' });
  });

  test('with a wrong secret or for another region is refused', async () => {
    const guessed = await fetchFrom(await signedBy('cn-north-1', 'guessed'));
    expect(guessed.code).toBe('SignatureDoesNotMatch');
    expect(guessed.text).toContain('<CanonicalRequest>GET\n');
    const abroad = await fetchFrom(await signedBy('eu-west-1', 'local'));
    expect(abroad.code).toBe('AuthorizationHeaderMalformed');
    expect(abroad.text).toContain('<Region>cn-north-1</Region>');
  });
});

describe('with the hands of the clock', () => {
  test('an address ends when its seconds are over, not before', async () => {
    await send(await uploadUrl());
    const url = await downloadUrl({ seconds: 300 });
    const upload = await uploadUrl({ seconds: 300 });
    open.clock.advance(300_000);
    expect((await fetchFrom(url)).status).toBe(200);
    expect((await send(upload)).status).toBe(200);
    open.clock.advance(1000);
    const late = await fetchFrom(url);
    expect(late).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(late.text).toContain('<Message>Request has expired</Message>');
    expect(late.text).toContain('<X-Amz-Expires>300</X-Amz-Expires>');
    expect(late.text).toContain(
      `<ServerTime>${new Date(open.clock.now()).toISOString().slice(0, 19)}Z`,
    );
    expect((await send(upload)).code).toBe('AccessDenied');
  });

  test('an address that was signed for later is not yet valid', async () => {
    const at = new Date(open.clock.now() + 16 * 60_000);
    const early = await fetchFrom(await downloadUrl({ at }));
    expect(early).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(early.text).toContain('Request is not yet valid');
    open.clock.advance(2 * 60_000);
    expect((await fetchFrom(await downloadUrl({ at, by: 'all' }))).code).toBe('NoSuchKey');
  });

  test.each(['0', '604801', 'x', '-1'])('%s seconds cannot be asked for', async (seconds) => {
    const url = await downloadUrl();
    const asked = await fetchFrom(url.replace('X-Amz-Expires=300', `X-Amz-Expires=${seconds}`));
    expect(asked).toMatchObject({ status: 400, code: 'AuthorizationQueryParametersError' });
  });
});

describe('an address that is signed in part', () => {
  test.each([
    ['X-Amz-Credential', 'AuthorizationQueryParametersError'],
    ['X-Amz-Date', 'AuthorizationQueryParametersError'],
    ['X-Amz-SignedHeaders', 'AuthorizationQueryParametersError'],
    ['X-Amz-Signature', 'AuthorizationQueryParametersError'],
  ])('lacks %s', async (name, code) => {
    const url = new URL(await downloadUrl());
    url.searchParams.delete(name);
    expect(await fetchFrom(url.href)).toMatchObject({ status: 400, code });
  });

  test('has no host', async () => {
    const url = (await downloadUrl()).replace('X-Amz-SignedHeaders=host', 'X-Amz-SignedHeaders=a');
    expect((await fetchFrom(url)).text).toContain('<HeadersNotSigned>host</HeadersNotSigned>');
  });
});

test('a checksum that the signer moved into the address counts', async () => {
  const put = new PutObjectCommand({ Bucket: BUCKET, Key: key });
  const at = new Date(open.clock.now());
  // Without a body, the SDK signs the checksum of an empty one.
  const url = await getSignedUrl(open.client(), put, { signingDate: at });
  expect(url).toContain('x-amz-checksum-crc32=AAAAAA');
  expect((await send(url, 'bytes', {})).code).toBe('BadDigest');
  expect((await send(url, '', {})).status).toBe(200);
  expect(open.clock.now()).toBeGreaterThan(START);
});
