import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loopClient } from '../../infra/local/client/loop-client.ts';
import type { LoopClient, SigningKey } from '../../infra/local/client/loop-client.ts';
import { badWords, goodWords } from '../support/calls.ts';
import type { Receipt } from '../support/calls.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { mondayMorning, startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { pageOf } from '../support/page-ref.ts';

interface Serving {
  readonly url: string;
  readonly key: SigningKey;
}

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'loop-crash-'));
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const serve = async (): Promise<{ child: ChildProcess; serving: Serving }> => {
  const child = fork(join(import.meta.dirname, '../support/serve.ts'), [dataDir], {
    execArgv: [],
  });
  const serving = await new Promise<Serving>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Serving));
    child.once('exit', (code) => reject(new Error(`the loop ended with code ${code}`)));
  });
  return { child, serving };
};

const tokens = async (client: LoopClient, key: SigningKey, count: number): Promise<string[]> => {
  const at = new Date(mondayMorning).toISOString();
  const numbers = Array.from({ length: count }, nextProjectNo);
  const events = numbers.map((projectNo) => acceptedEvent({ projectNo, at }));
  const calls = client.signed(key);
  for (let from = 0; from < count; from += 100) {
    await calls.post('/v1/cases', { events: events.slice(from, from + 100) });
  }
  return Promise.all(
    numbers.map(async (projectNo) => {
      const asked = { projectNo, serviceNumber: 1, channel: 'portal' };
      return (await calls.post<{ token: string }>('/v1/invitations', asked)).body.token;
    }),
  );
};

/** Rates until the server is killed; returns every receipt that was acknowledged before. */
const rateUntilKilled = async (
  client: LoopClient,
  waiting: string[],
  child: ChildProcess,
): Promise<Receipt[]> => {
  const acknowledged: Receipt[] = [];
  const killAfter = 120;
  const rater = async (): Promise<void> => {
    for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
      const words = waiting.length % 3 === 0 ? badWords : goodWords;
      try {
        const answer = await client.open().post<Receipt>('/v1/ratings', {
          token,
          clientRef: pageOf(token),
          ...words,
        });
        if (answer.status === 201) acknowledged.push(answer.body);
      } catch {
        return; // The connection closed: the server is dead, and this rating was not acknowledged.
      }
      if (acknowledged.length === killAfter) child.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 16 }, rater));
  return acknowledged;
};

const allItems = async (loop: Loop): Promise<Record<string, unknown>[]> => {
  const { engineUrl, region, credentials, definition } = loop.system;
  const client = new DynamoDBClient({ endpoint: engineUrl, region, credentials });
  const items: Record<string, unknown>[] = [];
  const [table] = definition.tables;
  for await (const page of paginateScan({ client }, { TableName: table!.name })) {
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
  }
  client.destroy();
  return items;
};

describe('kill -9 in the middle of load', () => {
  it('loses no acknowledged rating, and every bad one has its ticket and first step', async () => {
    const { child, serving } = await serve();
    const client = loopClient(serving.url, { now: () => mondayMorning });
    const waiting = await tokens(client, serving.key, 300);
    const dead = once(child, 'exit');
    const acknowledged = await rateUntilKilled(client, waiting, child);
    await dead;
    expect(waiting.length).toBeGreaterThan(0);

    const loop = await startLoop({ dataDir });
    try {
      expect(loop.system.tables.verify()).toEqual([]);
      for (const { receipt, ticket } of acknowledged) {
        const seen = await loop.client.open().get<object>(`/v1/receipts/${receipt}`);
        expect(seen.status).toBe(200);
        expect('ticket' in seen.body).toBe(ticket !== undefined);
      }
      const items = await allItems(loop);
      const bad = items.filter(
        ({ kind, level }) => kind === 'rating' && level === 'very_dissatisfied',
      );
      const ids = (kind: string, member: string) =>
        items.filter((item) => item['kind'] === kind).map((item) => String(item[member]));
      const expected = bad.map(
        ({ projectNo, serviceNumber }) => `${String(projectNo)}-${String(serviceNumber)}`,
      );
      expect(ids('ticket', 'id').toSorted()).toEqual(expected.toSorted());
      expect(ids('step', 'ticketId').toSorted()).toEqual(expected.toSorted());
      // A notice that was in flight is received again after its visibility timeout.
      loop.clock.advance(60 * 60 * 1000);
      await loop.system.idle();
      const told = (await allItems(loop)).filter(
        ({ kind, type, state }) =>
          kind === 'notice_outbox' && type === 'ticket_opened' && state === 'sent',
      );
      expect(told).toHaveLength(bad.length);
    } finally {
      await loop.stop();
    }
  }, 120_000);
});
