import { DynamoDB } from '@aws-sdk/client-dynamodb';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { SteerableClock } from '../../../infra/local/engine/clock.ts';
import { openDatabase } from '../../../infra/local/engine/database.ts';
import type { Database } from '../../../infra/local/engine/database.ts';
import { serveEngine } from '../../../infra/local/engine/http.ts';
import type { TableDefinition } from '../../../infra/local/engine/model.ts';
import { createTableEngine } from '../../../infra/local/engine/table/table-engine.ts';
import type {
  EmbeddedTableEngine,
  TableEngineOptions,
} from '../../../infra/local/engine/table/table-engine.ts';

export const START = Date.parse('2026-03-02T08:00:00+08:00');

const arn = (name: string) => `arn:aws-cn:dynamodb:cn-north-1:000000000000:table/${name}`;

/** Composite key, three indexes with the three projections, a stream and a time to live. */
export const WORK: TableDefinition = {
  name: 'work',
  arn: arn('work'),
  streamArn: `${arn('work')}/stream/2026-01-01T00:00:00.000`,
  keys: { partition: { name: 'pk', type: 'S' }, sort: { name: 'sk', type: 'S' } },
  indexes: [
    {
      name: 'byOwner',
      keys: { partition: { name: 'owner', type: 'S' }, sort: { name: 'due', type: 'N' } },
      projection: 'ALL',
    },
    {
      name: 'byTopic',
      keys: { partition: { name: 'topic', type: 'S' } },
      projection: 'KEYS_ONLY',
    },
    {
      name: 'byMark',
      keys: { partition: { name: 'mark', type: 'S' }, sort: { name: 'sk', type: 'S' } },
      projection: ['title'],
    },
  ],
  ttlAttribute: 'expires',
};

/** A partition key only, no index, no stream. */
const PLAIN: TableDefinition = {
  name: 'plain',
  arn: arn('plain'),
  keys: { partition: { name: 'id', type: 'S' } },
  indexes: [],
};

/** Numbers and binaries as sort keys. */
const NUMBERED: TableDefinition = {
  name: 'numbered',
  arn: arn('numbered'),
  keys: { partition: { name: 'id', type: 'N' }, sort: { name: 'at', type: 'N' } },
  indexes: [],
};

const BINARY: TableDefinition = {
  name: 'binary',
  arn: arn('binary'),
  keys: { partition: { name: 'id', type: 'B' }, sort: { name: 'part', type: 'B' } },
  indexes: [],
};

export interface OpenEngine {
  readonly db: DynamoDB;
  readonly engine: EmbeddedTableEngine;
  readonly database: Database;
  readonly clock: SteerableClock;
  readonly url: string;
  close(): Promise<void>;
}

export const sdkClient = (endpoint: string): DynamoDB =>
  new DynamoDB({
    endpoint,
    region: 'cn-north-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
  });

/** An engine behind its HTTP endpoint, and an SDK client for it. */
export const openEngine = async (
  path = ':memory:',
  more: Partial<TableEngineOptions> = {},
): Promise<OpenEngine> => {
  const database = openDatabase(path);
  const clock = frozenClock(START);
  const engine = createTableEngine({ database, clock, ...more });
  for (const table of [WORK, PLAIN, NUMBERED, BINARY]) engine.define(table);
  const served = await serveEngine({ services: [engine], clock });
  const db = sdkClient(served.url);
  const close = async () => {
    db.destroy();
    await served.stop();
    await database.close();
    clock.stop();
  };
  return { db, engine, database, clock, url: served.url, close };
};
