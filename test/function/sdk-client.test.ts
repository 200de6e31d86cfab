/**
 * The behaviour of an SDK client of the product when a service stops in the middle of a response.
 */
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';

import { createQueueTarget } from '../../shared/queue/send-batch.ts';
import { sdkConfig, withoutSdkLog } from '../../shared/sdk-client.ts';
import { createTable } from '../../shared/store/clients.ts';

const BODY = '{"Item":{"pk":{"S":"x"}}}';
const HEAD = [
  'HTTP/1.1 200 OK',
  'content-type: application/x-amz-json-1.0',
  `content-length: ${BODY.length}`,
  '',
  '',
].join('\r\n');

/** The limits of the product, divided by ten; values that are not durations are unchanged. */
const shortened = Object.fromEntries(
  Object.entries(sdkConfig.requestHandler).map(([name, limit]) => [
    name,
    typeof limit === 'number' ? limit / 10 : limit,
  ]),
);

let server: Server;
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

/** Sends these texts, one per connection. */
const serviceThatSays = async (answers: string[]): Promise<string> => {
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    const answer = answers.shift() ?? '';
    socket.once('data', () => socket.write(answer));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const read = async (endpoint: string, maxAttempts: number) => {
  const client = new DynamoDBClient({
    endpoint,
    maxAttempts,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    requestHandler: shortened,
  });
  try {
    return await client.send(new GetItemCommand({ TableName: 'loop', Key: { pk: { S: 'x' } } }));
  } finally {
    client.destroy();
  }
};

describe('an answer that stalls', () => {
  it.each([
    ['before its head', ''],
    ['in its head', HEAD.slice(0, 30)],
    ['after its head', HEAD],
    ['in its body', HEAD + BODY.slice(0, 9)],
  ])(
    'is given up %s, and asked for again',
    async (_, begun) => {
      const once = await serviceThatSays([begun]);
      await expect(read(once, 1)).rejects.toMatchObject({ name: 'TimeoutError' });
      server.close();
      const twice = await serviceThatSays([begun, HEAD + BODY]);
      await expect(read(twice, 2)).resolves.toMatchObject({ Item: { pk: { S: 'x' } } });
    },
    10_000,
  );
});

interface Logged {
  readonly middlewareStack: { identify(): string[] };
}

const hasLog = ({ middlewareStack }: Logged): boolean =>
  middlewareStack.identify().some((name) => name.startsWith('loggerMiddleware'));

it('no client of the product copies what it sends and receives for a log', () => {
  const bare = new DynamoDBClient({ region: 'cn-north-1' });
  expect(hasLog(bare)).toBe(true);
  expect(hasLog(withoutSdkLog(bare))).toBe(false);
  expect(hasLog(createTable({ TABLE_NAME: 'loop' }).client)).toBe(false);
  expect(hasLog(createQueueTarget('http://127.0.0.1/queue').client)).toBe(false);
});
