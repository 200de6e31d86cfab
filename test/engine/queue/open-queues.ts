import { SQSClient } from '@aws-sdk/client-sqs';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { SteerableClock } from '../../../infra/local/engine/clock.ts';
import { openDatabase } from '../../../infra/local/engine/database.ts';
import type { Database } from '../../../infra/local/engine/database.ts';
import { serveEngine } from '../../../infra/local/engine/http.ts';
import type { QueueMishaps } from '../../../infra/local/engine/mishap.ts';
import type { QueueDefinition, QueueEngine } from '../../../infra/local/engine/model.ts';
import { createQueueEngine } from '../../../infra/local/engine/queue/queue-engine.ts';

/** 2026-01-05 00:00 UTC, 08:00 in Shanghai. */
export const START = Date.UTC(2026, 0, 5);

const ARN = 'arn:aws:sqs:local:000000000000:';

export const arnOf = (name: string): string => `${ARN}${name}`;

/** A queue with the service's defaults; FIFO if its name says so. */
export const queueNamed = (name: string, more: Partial<QueueDefinition> = {}): QueueDefinition => ({
  name,
  arn: arnOf(name),
  fifo: name.endsWith('.fifo'),
  contentBasedDeduplication: false,
  delaySeconds: 0,
  visibilityTimeoutSeconds: 30,
  retentionSeconds: 345_600,
  receiveWaitSeconds: 0,
  maximumMessageSize: 1_048_576,
  ...more,
});

export interface OpenQueues {
  readonly sqs: SQSClient;
  readonly engine: QueueEngine;
  readonly clock: SteerableClock;
  readonly database: Database;
  readonly url: (name: string) => string;
  /** Number of calls that have reached the engine. */
  readonly heard: () => number;
  readonly close: () => Promise<void>;
}

/**
 * The engine behind its real HTTP endpoint with an unmodified SDK client; the clock does not run.
 */
export const openQueues = async (
  queues: readonly QueueDefinition[],
  {
    path = ':memory:',
    start = START,
    ...more
  }: { path?: string; start?: number; mishaps?: QueueMishaps } = {},
): Promise<OpenQueues> => {
  const clock = frozenClock(start);
  const database = openDatabase(path);
  let base = '';
  const engine = createQueueEngine({ database, clock, baseUrl: () => base, ...more });
  for (const queue of queues) engine.define(queue);
  let calls = 0;
  const before = () => {
    calls += 1;
  };
  const server = await serveEngine({ services: [engine], clock, before });
  base = server.url;
  const sqs = new SQSClient({
    endpoint: server.url,
    region: 'local',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  const close = async () => {
    engine.stop();
    sqs.destroy();
    await server.stop();
    clock.stop();
    await database.close();
  };
  const url = (name: string) => `${base}/000000000000/${name}`;
  return { sqs, engine, clock, database, url, heard: () => calls, close };
};
