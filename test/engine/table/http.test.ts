import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { WireCall } from '../../../infra/local/engine/endpoint.ts';
import { serveEngine } from '../../../infra/local/engine/http.ts';
import type { ServedEngine } from '../../../infra/local/engine/http.ts';
import { ServiceError } from '../../../infra/local/engine/wire.ts';
import { sdkClient, START } from './open-engine.ts';
import { outcomeOf } from './outcome.ts';

let served: ServedEngine;
const calls: WireCall[] = [];

const echo = {
  targetPrefix: 'DynamoDB_20120810',
  errorNamespace: 'com.amazonaws.dynamodb.v20120810',
  async handle(operation: string, input: object): Promise<object> {
    if (operation === 'ListTables') return { TableNames: [JSON.stringify(input)] };
    throw new Error('the disk is full');
  },
  queryErrorCode: ({ code }: ServiceError) => (code === 'Old' ? 'Older.Code;Sender' : undefined),
};

beforeAll(async () => {
  served = await serveEngine({
    services: [echo],
    clock: frozenClock(START),
    authorize: (call) => {
      calls.push(call);
      if (call.operation === 'DeleteTable') throw new ServiceError('AccessDeniedException', 'no');
    },
    before: async ({ operation }) => {
      if (operation === 'DescribeLimits') throw new ServiceError('Old', 'old', { status: 418 });
    },
  });
});

afterAll(() => served.stop());

const post = async (target: string, body: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(served.url, {
    method: 'POST',
    headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0', ...headers },
    body,
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};

describe('the HTTP endpoint', () => {
  test('ends though somebody still waits for an answer that got lost', async () => {
    const losing = await serveEngine({
      services: [echo],
      clock: frozenClock(START),
      isLost: () => true,
    });
    const call = fetch(losing.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.ListTables' },
      body: '{}',
    }).catch(() => 'cut');
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    await losing.stop();
    expect(await call).toBe('cut');
  }, 5_000);

  test('tells who calls what, and answers in the form of the request', async () => {
    const authorization =
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260302/cn-north-1/dynamodb/aws4_request, Signature=x';
    const answer = await post('DynamoDB_20120810.ListTables', '{"Limit":3}', {
      authorization,
      'content-type': 'application/x-amz-json-1.1',
    });
    expect(JSON.parse(answer.body)).toEqual({ TableNames: ['{"Limit":3}'] });
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('date')).toBe('Mon, 02 Mar 2026 00:00:00 GMT');
    expect(calls.at(-1)).toEqual({
      caller: { accessKeyId: 'AKIDEXAMPLE' },
      service: 'DynamoDB_20120810',
      operation: 'ListTables',
      input: { Limit: 3 },
    });
  });

  test.each([
    ['malformed JSON', 'ListTables', '{"Limit":', 400, 'SerializationException'],
    ['JSON that is no object', 'ListTables', '[1]', 400, 'SerializationException'],
    ['a refused call', 'DeleteTable', '{}', 400, 'AccessDeniedException'],
    ['a failing engine', 'GetItem', '{}', 500, 'InternalServerError'],
  ])('%s', async (...[, operation, body, status, code]) => {
    const answer = await post(`DynamoDB_20120810.${operation}`, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({
      __type: `com.amazonaws.dynamodb.v20120810#${code}`,
    });
  });

  test.each([
    [
      'another service',
      'DynamoDBStreams_20120810.ListStreams',
      'a call of DynamoDBStreams_20120810.ListStreams',
    ],
    ['no service', 'ListTables', 'a call of ListTables'],
    ['nothing', '', 'a request without x-amz-target'],
  ])('names %s that is asked for, and what is served', async (_, target, asked) => {
    const answer = await post(target, '{}');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({
      __type: 'UnknownOperationException',
      message: `The embedded engine does not know ${asked}. By x-amz-target it serves: DynamoDB_20120810.`,
    });
  });

  test('names the older code for clients that know only that', async () => {
    const answer = await post('DynamoDB_20120810.DescribeLimits', '{}');
    expect(answer.status).toBe(418);
    expect(answer.headers.get('x-amzn-query-error')).toBe('Older.Code;Sender');
  });

  test('refuses a body of more than 16 MB, whether announced or not', async () => {
    const large = 'x'.repeat(16 * 1024 * 1024 + 1);
    expect((await post('DynamoDB_20120810.ListTables', large)).status).toBe(413);
    const chunks = new Blob([large]).stream();
    const answer = await fetch(served.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.ListTables' },
      body: chunks,
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
  });

  test('stops only after the calls in progress', async () => {
    const entered = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const slow = {
      targetPrefix: 'DynamoDB_20120810',
      handle: async () => {
        entered.resolve();
        await gate.promise;
        return { TableNames: ['late'] };
      },
    };
    const brief = await serveEngine({ services: [slow], clock: frozenClock(START) });
    const db = sdkClient(brief.url);
    const pending = db.listTables();
    await entered.promise;
    const stopped = brief.stop();
    gate.resolve();
    expect((await pending).TableNames).toEqual(['late']);
    await stopped;
    expect(await outcomeOf(db.listTables())).toHaveProperty('name');
    db.destroy();
  });
});
