import '../../support/silent-logs.ts';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { httpEdge } from '../../../shared/http/edge.ts';
import type { Answer } from '../../../shared/http/edge.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requestOf } from '../request.ts';

const ask = async (
  answer: Answer | Problem,
  accepted?: string,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const edge = httpEdge(async () => {
    if (answer instanceof Problem) throw answer;
    return answer;
  });
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
  return edge(requestOf('GET /v1/x', { headers }, 0), {} as Context);
};

const bytesOf = ({ body = '', isBase64Encoded }: APIGatewayProxyStructuredResultV2): Buffer =>
  Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

const codingOf = ({ headers }: APIGatewayProxyStructuredResultV2): unknown =>
  headers?.['content-encoding'];

const textOf = (result: APIGatewayProxyStructuredResultV2): string => {
  const decode = decoders[String(codingOf(result))];
  return String(decode === undefined ? bytesOf(result) : decode(bytesOf(result)));
};

const long = { words: '评价'.repeat(1000) };

describe('an answer above 1 KiB', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['GZIP ; Q=1', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
    ['zstd', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is sent to a caller that accepts %j in %j', async (accepted, coding) => {
    const result = await ask({ status: 200, body: long }, accepted);
    expect(codingOf(result)).toBe(coding);
    expect(result.isBase64Encoded ?? false).toBe(coding !== undefined);
    expect(result.headers).toMatchObject({
      vary: 'accept-encoding',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(JSON.parse(textOf(result))).toEqual(long);
    expect(bytesOf(result).length).toBeLessThan(coding === undefined ? 10_000 : 300);
  });

  it.each([
    'text/html; charset=utf-8',
    'text/csv; charset=utf-8',
    'application/problem+json; charset=utf-8',
    'application/json',
    'image/svg+xml',
    'text/javascript; charset=utf-8',
  ])('is compressed when it is %s', async (type) => {
    const body = Buffer.from('办'.repeat(2000));
    const result = await ask({ status: 200, body, headers: { 'content-type': type } }, 'gzip');
    expect(codingOf(result)).toBe('gzip');
    expect(textOf(result)).toBe(String(body));
  });

  it.each([
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'image/png',
    'application/octet-stream',
  ])('is left as it is when it is %s', async (type) => {
    const body = new Uint8Array(3000).fill(7);
    const result = await ask({ status: 200, body, headers: { 'content-type': type } }, 'br, gzip');
    expect(result.headers).not.toHaveProperty('content-encoding');
    expect(result.headers).not.toHaveProperty('vary');
    expect(bytesOf(result)).toEqual(Buffer.from(body));
  });

  it('keeps what else it varies by', async () => {
    const headers = { vary: 'accept-language' };
    const result = await ask({ status: 200, body: long, headers }, 'br');
    expect(result.headers?.['vary']).toBe('accept-language, accept-encoding');
  });
});

describe('other answers', () => {
  it('up to 1 KiB are left as they are', async () => {
    const result = await ask({ status: 200, body: { a: 1 } }, 'br');
    expect(result).toMatchObject({ body: '{"a":1}' });
    expect(codingOf(result)).toBeUndefined();
  });

  it('are empty or problems as before', async () => {
    expect(await ask({ status: 204 }, 'br')).not.toHaveProperty('body');
    const unchanged = await ask({ status: 304, headers: { etag: 'W/"a"' } }, 'br');
    expect(unchanged).toMatchObject({ statusCode: 304, headers: { etag: 'W/"a"' } });
    expect(unchanged).not.toHaveProperty('body');
    const problem = await ask(new Problem('fault'), 'br');
    expect(problem.statusCode).toBe(500);
    expect(JSON.parse(textOf(problem))).toMatchObject({ code: 'fault' });
  });
});

it('any text arrives as it was, whatever the caller accepts', async () => {
  const weight = fc.constantFrom('', ';q=0', ';q=0.3', ';q=1', ';q=x');
  const coding = fc.constantFrom('br', 'gzip', '*', 'deflate', 'identity', '');
  const accepted = fc.array(fc.tuple(coding, weight).map((parts) => parts.join('')));
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 3000, unit: 'grapheme' }),
      accepted,
      async (text, list) => {
        const headers = { 'content-type': 'text/plain; charset=utf-8' };
        const result = await ask({ status: 200, body: text, headers }, list.join(', '));
        expect(textOf(result)).toBe(text);
      },
    ),
  );
});
