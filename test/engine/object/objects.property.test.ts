import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { decodeChunked } from '../../../infra/local/engine/object/content/chunked-body.ts';
import { ObjectFault } from '../../../infra/local/engine/object/object-fault.ts';
import { rangeOf } from '../../../infra/local/engine/object/operation/range.ts';
import { BUCKET, openObjects } from './open-objects.ts';
import type { OpenObjects } from './open-objects.ts';

let open: OpenObjects;
let client: S3Client;

beforeAll(async () => {
  open = await openObjects();
  client = open.client();
});

afterAll(() => open.close());

const bytes = fc.uint8Array({ maxLength: 3000 });
const key = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  // URL parsers resolve dot segments, so no client can send them.
  .filter((text) => !text.split('/').some((part) => part === '.' || part === '..'))
  .map((text) => `evidence/${text}`);
const metadata = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/u),
  fc.stringMatching(/^[!-~](?:[ -~]{0,20}[!-~])?$/u),
  { maxKeys: 4, noNullPrototype: true },
);

const NO_RANGE = { first: Infinity, last: -1 };

const at = (Key: string) => ({ Bucket: BUCKET, Key });

const bytesOf = async (Key: string, Range?: string): Promise<Buffer> => {
  const found = await client.send(new GetObjectCommand({ ...at(Key), Range }));
  return Buffer.from((await found.Body?.transformToByteArray()) ?? []);
};

/** The bytes in hexadecimal, or the name of the refusal. */
const outcomeOf = (Key: string, Range?: string): Promise<string> =>
  bytesOf(Key, Range).then(
    (found) => found.toString('hex'),
    (fault: Error) => fault.name,
  );

describe('for any object', () => {
  test('what is put is what is found', async () => {
    const roundTrip = fc.asyncProperty(key, bytes, metadata, async (Key, Body, Metadata) => {
      const stored = await client.send(new PutObjectCommand({ ...at(Key), Body, Metadata }));
      const head = await client.send(
        new HeadObjectCommand({ ...at(Key), ChecksumMode: 'ENABLED' }),
      );
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(Body));
      expect(head).toMatchObject({ ContentLength: Body.length, Metadata, ETag: stored.ETag });
      expect(head.ChecksumCRC32).toBe(sum.toString('base64'));
      expect(stored.ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`);
      expect(await bytesOf(Key)).toEqual(Buffer.from(Body));
    });
    await fc.assert(roundTrip, { numRuns: 60 });
  });

  test('a part is that part', async () => {
    const part = fc.asyncProperty(bytes, fc.nat(3500), fc.nat(3500), async (Body, one, two) => {
      const [first, last] = [Math.min(one, two), Math.max(one, two)];
      await client.send(new PutObjectCommand({ ...at('evidence/part'), Body }));
      const asked = await outcomeOf('evidence/part', `bytes=${first}-${last}`);
      const wanted = Buffer.from(Body)
        .subarray(first, last + 1)
        .toString('hex');
      expect(asked).toBe(first < Body.length ? wanted : 'InvalidRange');
    });
    await fc.assert(part, { numRuns: 40 });
  });

  test('the last write counts, whatever came before', async () => {
    const step = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      body: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
    });
    const history = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const model = new Map<string, string | undefined>();
      for (const { name, body } of steps) {
        const place = at(`evidence/history/${name}`);
        if (body === undefined) await client.send(new DeleteObjectCommand(place));
        else await client.send(new PutObjectCommand({ ...place, Body: Buffer.from(body) }));
        model.set(place.Key, body);
      }
      for (const [Key, body] of model) {
        const wanted = body === undefined ? 'NoSuchKey' : Buffer.from(body).toString('hex');
        expect(await outcomeOf(Key)).toBe(wanted);
      }
    });
    await fc.assert(history, { numRuns: 30 });
  });
});

test('any chunks are put together, with their trailers', () => {
  const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 8 });
  fc.assert(
    fc.property(chunks, metadata, (parts, trailers) => {
      const framed = parts.flatMap((part) => [
        Buffer.from(`${part.length.toString(16)};chunk-signature=0\r\n`),
        Buffer.from(part),
        Buffer.from('\r\n'),
      ]);
      const end = Object.entries(trailers).map(([name, value]) => `${name}:${value}\r\n`);
      const body = Buffer.concat([...framed, Buffer.from(`0\r\n${end.join('')}\r\n`)]);
      const decoded = decodeChunked(body);
      expect(decoded.bytes).toEqual(Buffer.concat(parts));
      expect(Object.fromEntries(decoded.trailers)).toEqual(trailers);
      const cut = body.subarray(0, Math.max(0, framed.length > 0 ? body.indexOf('\n') + 1 : 2));
      expect(() => decodeChunked(cut)).toThrow(/number of bytes/u);
    }),
  );
});

/** The whole object without a range; nothing for a range that is not satisfiable. */
const rangeIn = (header: string, size: number) => {
  try {
    return rangeOf(header, size) ?? { first: 0, last: size - 1 };
  } catch (fault) {
    if (fault instanceof ObjectFault && fault.code === 'InvalidRange') return NO_RANGE;
    throw fault;
  }
};

test('no range reaches beyond the object', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^bytes=\d{0,3}-\d{0,3}$/u), fc.nat(200), (header, size) => {
      const { first, last } = rangeIn(header, size);
      expect(first >= 0 && first <= last && last < size).toBe(size > 0 && first !== Infinity);
    }),
  );
});

test('nothing of all this was a fault of the engine', () => {
  expect(open.faults).toEqual([]);
});
