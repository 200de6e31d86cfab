import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { answerOf, BUCKET, openObjects } from './open-objects.ts';
import type { OpenObjects } from './open-objects.ts';

let open: OpenObjects;

beforeAll(async () => {
  const methods = ['PUT'];
  open = await openObjects({
    cors: [
      {
        origins: ['https://desk.example', 'https://*.halls.example'],
        methods,
        headers: ['Content-Type', 'x-amz-checksum-*'],
        exposed: ['etag'],
        maxAgeSeconds: 600,
      },
    ],
  });
});

afterAll(() => open.close());

const ask = async (origin: string, method: string, headers: string) =>
  answerOf(
    await fetch(`${open.url}/${BUCKET}/evidence/a`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': headers,
      },
    }),
  );

describe('a page that asks before it calls', () => {
  test.each([
    ['https://desk.example', 'content-type'],
    ['https://keqiao.halls.example', 'content-type, X-Amz-Checksum-Sha256'],
  ])('from %s may send %s', async (origin, headers) => {
    const answer = await ask(origin, 'PUT', headers);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': headers.toLowerCase(),
      'access-control-max-age': '600',
      vary: expect.stringContaining('Origin'),
    });
  });

  test.each([
    ['another origin', 'https://else.example', 'PUT', 'content-type'],
    ['another method', 'https://desk.example', 'GET', 'content-type'],
    ['another header', 'https://desk.example', 'PUT', 'content-type,x-amz-acl'],
  ])('of %s is refused', async (_, origin, method, headers) => {
    const answer = await ask(origin, method, headers);
    expect(answer).toMatchObject({ status: 403, code: 'AccessForbidden' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('about a bucket that is not there is told so', async () => {
    const answer = await answerOf(await fetch(`${open.url}/other/a`, { method: 'OPTIONS' }));
    expect(answer).toMatchObject({ status: 404, code: 'NoSuchBucket' });
  });
});

const signed = (command: GetObjectCommand | PutObjectCommand) => {
  const client = open.client('all', { requestChecksumCalculation: 'WHEN_REQUIRED' });
  const signing = { signingDate: new Date(open.clock.now()) };
  return command instanceof PutObjectCommand
    ? getSignedUrl(client, command, signing)
    : getSignedUrl(client, command, signing);
};

const AT = { Bucket: BUCKET, Key: 'evidence/a' };

const upload = async (origin: string) => {
  const url = await signed(new PutObjectCommand(AT));
  return answerOf(await fetch(url, { method: 'PUT', headers: { origin }, body: 'photograph' }));
};

const download = async (origin: string) => {
  const url = await signed(new GetObjectCommand(AT));
  return answerOf(await fetch(url, { headers: { origin } }));
};

describe('a page that calls', () => {
  test('may read the answer to what it was allowed, and no other', async () => {
    const own = await upload('https://desk.example');
    expect(own.status).toBe(200);
    expect(own.headers.get('access-control-allow-origin')).toBe('https://desk.example');
    expect(own.headers.get('access-control-expose-headers')).toBe('etag');
    const other = await upload('https://else.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const read = await download('https://desk.example');
    expect(read).toMatchObject({ status: 200, text: 'photograph' });
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
  });
});
