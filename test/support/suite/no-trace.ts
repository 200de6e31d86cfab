/**
 * Files that share a process find it as the one before found it. What a file leaves behind fails this
 * file, by name, instead of some other one later, by chance.
 */
import { deepEqual, equal } from 'node:assert/strict';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, vi } from 'vitest';

const WATCHED = ['uncaughtException', 'unhandledRejection', 'exit', 'SIGINT', 'SIGTERM'] as const;

/** What stands for every client of a service, where a mock puts itself. */
const CLIENTS = [DynamoDBClient.prototype, SQSClient.prototype];

const findProcess = () => ({
  environment: { ...process.env },
  directory: process.cwd(),
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  listeners: WATCHED.map((name) => [name, process.listenerCount(name)]),
  hasFakeTimers: vi.isFakeTimers(),
});

/** By identity: a replaced one is another function, whatever it does. */
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
