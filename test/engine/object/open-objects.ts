/** An object engine behind its HTTP endpoint, and clients like those of the functions. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { S3Client } from '@aws-sdk/client-s3';
import type { S3ClientConfig } from '@aws-sdk/client-s3';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { SteerableClock } from '../../../infra/local/engine/clock.ts';
import { openDatabase } from '../../../infra/local/engine/database.ts';
import { serveEngine } from '../../../infra/local/engine/http.ts';
import { createObjectEndpoint } from '../../../infra/local/engine/object/object-endpoint.ts';
import { createObjectEngine } from '../../../infra/local/engine/object/object-engine.ts';
import type { BucketCorsRule } from '../../../infra/local/engine/object/object-model.ts';

export const START = Date.parse('2026-03-02T00:00:00Z');
const REGION = 'cn-north-1';
export const BUCKET = 'local-evidence';
const ARN = `arn:aws-cn:s3:::${BUCKET}`;

/** Key ids and their allowed actions; every secret is `local`. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  all: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'],
  reader: ['s3:GetObject'],
  writer: ['s3:PutObject'],
};

/** Every right except `s3:ListBucket` covers only keys below `evidence/`. */
const mayUse = (action: string, resource: string): boolean =>
  action === 's3:ListBucket' ? resource === ARN : resource.startsWith(`${ARN}/evidence/`);

export interface OpenObjects {
  readonly url: string;
  readonly clock: SteerableClock;
  readonly directory: string;
  readonly faults: unknown[];
  client(accessKeyId?: string, more?: S3ClientConfig): S3Client;
  /** Keeps the files, for another engine on the same directory. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly cors?: readonly BucketCorsRule[];
  readonly maximumBytes?: number;
  /** Kept by the caller; by default a directory that is removed with the engine. */
  readonly directory?: string;
  readonly clock?: SteerableClock;
  /** False: no key has been admitted yet. */
  readonly admitted?: boolean;
}

const storeIn = (directory: string) => ({
  database: openDatabase(join(directory, 'engine.db')),
  directory: join(directory, 'objects'),
});

export const openObjects = async (options: OpenOptions = {}): Promise<OpenObjects> => {
  const { cors = [], clock = frozenClock(START), maximumBytes = 1024 * 1024 } = options;
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'objects-'));
  const faults: unknown[] = [];
  const store = storeIn(directory);
  const onFault = (fault: unknown) => void faults.push(fault);
  const engine = createObjectEngine({ ...store, clock, region: REGION, maximumBytes, onFault });
  engine.define({ name: BUCKET, arn: ARN, cors });
  if (options.admitted !== false) {
    engine.admit({
      secretOf: (accessKeyId) => (accessKeyId in RIGHTS ? 'local' : undefined),
      refusal: (accessKeyId, { action, resource }) =>
        RIGHTS[accessKeyId]?.includes(action) === true && mayUse(action, resource)
          ? undefined
          : `${accessKeyId} may not ${action} on ${resource}`,
    });
  }
  await engine.tidy();
  const served = await serveEngine({ services: [], clock, rest: createObjectEndpoint(engine) });
  const clients: S3Client[] = [];
  return {
    url: served.url,
    clock,
    directory,
    faults,
    client: (accessKeyId = 'all', more = {}) => {
      const credentials = { accessKeyId, secretAccessKey: 'local' };
      const place = { endpoint: served.url, region: REGION, maxAttempts: 1 };
      const client = new S3Client({ ...place, credentials, ...more });
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) client.destroy();
      await served.stop();
      await store.database.close();
      if (options.directory === undefined) rmSync(directory, { recursive: true });
    },
  };
};

/** Name and status of the refusal; fails when there is none. */
export const refusalOf = async (work: Promise<unknown>) => {
  const outcome = await work.then(
    () => undefined,
    (fault: unknown) => fault as Error & { $metadata?: { httpStatusCode?: number } },
  );
  if (outcome === undefined) throw new Error('was not refused');
  return {
    name: outcome.name,
    status: outcome.$metadata?.httpStatusCode,
    message: outcome.message,
  };
};

/** A response of the REST interface. */
export const answerOf = async (answer: Response) => {
  const text = await answer.text();
  const code = /<Code>(.*?)<\/Code>/u.exec(text)?.[1];
  return { status: answer.status, code, text, headers: answer.headers };
};
