/**
 * Each file in a shared process finds the same process state as the file before it. State that a
 * file leaves behind fails that file by name, instead of a later one by chance.
 */
import { deepEqual, equal } from 'node:assert/strict';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, vi } from 'vitest';

const WATCHED = ['uncaughtException', 'unhandledRejection', 'exit', 'SIGINT', 'SIGTERM'] as const;

/** The prototypes of the clients, where a mock is installed. */
const CLIENTS = [DynamoDBClient.prototype, SQSClient.prototype];

const findProcess = () => ({
  environment: { ...process.env },
  directory: process.cwd(),
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  listeners: WATCHED.map((name) => [name, process.listenerCount(name)]),
  hasFakeTimers: vi.isFakeTimers(),
});

/** Compared by identity: a replacement is a different function. */
const findGlobals = () =>
  [Date, fetch, setTimeout, setInterval, setImmediate, Math.random] as const;

let before: ReturnType<typeof findProcess>;
let globals: ReturnType<typeof findGlobals>;

beforeAll(() => {
  before = findProcess();
  globals = findGlobals();
});

afterAll(() => {
  deepEqual(findProcess(), before);
  for (const client of CLIENTS) equal(Object.hasOwn(client, 'send'), false, 'a mock was left');
  findGlobals().forEach((found, index) => equal(found, globals[index]));
});
