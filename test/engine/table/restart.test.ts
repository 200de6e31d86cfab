import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import { openDatabase } from '../../../infra/local/engine/database.ts';
import type { IndexDefinition, TableDefinition } from '../../../infra/local/engine/model.ts';
import { createTableEngine } from '../../../infra/local/engine/table/table-engine.ts';
import type { EmbeddedTableEngine } from '../../../infra/local/engine/table/table-engine.ts';
import { START, WORK } from './open-engine.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'table-engine-'));
  path = join(folder, 'engine.sqlite');
});

afterEach(() => rm(folder, { recursive: true }));

const withEngine = async <T>(
  table: TableDefinition,
  work: (engine: EmbeddedTableEngine) => Promise<T>,
): Promise<T> => {
  const database = openDatabase(path);
  const engine = createTableEngine({ database, clock: frozenClock(START) });
  try {
    engine.define(table);
    return await work(engine);
  } finally {
    await database.close();
  }
};

const put = (engine: EmbeddedTableEngine, at: number) =>
  engine.handle('PutItem', {
    TableName: 'work',
    Item: {
      pk: { S: `p${at}` },
      sk: { S: '1' },
      topic: { S: 't' },
      other: { S: `x${at % 2}` },
      expires: { N: String(START / 1000 - 10) },
      until: { N: String(START / 1000 + at - 2) },
    },
  });

const countIn = async (engine: EmbeddedTableEngine, IndexName?: string) => {
  const answer = await engine.handle('Scan', {
    TableName: 'work',
    Select: 'COUNT',
    ...(IndexName === undefined ? {} : { IndexName }),
  });
  return (answer as { Count: number }).Count;
};

const BY_OTHER: IndexDefinition = {
  name: 'byOther',
  keys: { partition: { name: 'other', type: 'S' } },
  projection: 'ALL',
};

describe('define', () => {
  test('twice and after a restart leaves everything as it was', async () => {
    await withEngine(WORK, async (engine) => {
      await put(engine, 1);
      engine.define(WORK);
    });
    const [items, entries] = await withEngine(WORK, async (engine) => {
      expect(engine.verify()).toEqual([]);
      return [await countIn(engine), await countIn(engine, 'byTopic')];
    });
    expect([items, entries]).toEqual([1, 1]);
  });

  test('fills a new index and drops one that is gone', async () => {
    await withEngine(WORK, async (engine) => {
      await put(engine, 1);
      await put(engine, 2);
    });
    const changed = { ...WORK, indexes: [BY_OTHER] };
    await withEngine(changed, async (engine) => {
      expect(await countIn(engine, 'byOther')).toBe(2);
      await expect(countIn(engine, 'byTopic')).rejects.toThrow('does not have the specified index');
      expect(engine.verify()).toEqual([]);
    });
    const rows = await withEngine(WORK, async (engine) => [
      await countIn(engine, 'byTopic'),
      engine.verify().length,
    ]);
    expect(rows).toEqual([2, 0]);
  });

  test('rebuilds an index whose key changed', async () => {
    await withEngine({ ...WORK, indexes: [BY_OTHER] }, (engine) => put(engine, 1));
    const keys = { partition: { name: 'topic', type: 'S' } } as const;
    const found = await withEngine({ ...WORK, indexes: [{ ...BY_OTHER, keys }] }, (engine) =>
      engine.handle('Query', {
        TableName: 'work',
        IndexName: 'byOther',
        KeyConditionExpression: 'topic = :t',
        ExpressionAttributeValues: { ':t': { S: 't' } },
      }),
    );
    expect(found).toMatchObject({ Count: 1 });
  });

  test('takes up another time-to-live attribute', async () => {
    const none = { ...WORK, ttlAttribute: 'until' };
    await withEngine(WORK, async (engine) => {
      await put(engine, 1);
      await put(engine, 5);
    });
    expect(await withEngine(none, (engine) => engine.removeExpired())).toBe(1);
  });

  test('refuses another key, and leaves the table usable', async () => {
    await withEngine(WORK, (engine) => put(engine, 1));
    const other = { ...WORK, keys: { partition: { name: 'pk', type: 'N' } } } as const;
    await expect(withEngine(other, async () => undefined)).rejects.toThrow(
      'Table work is stored with the key pk (S), sk (S) and cannot become one with the key pk (N)',
    );
    expect(await withEngine(WORK, (engine) => countIn(engine))).toBe(1);
  });
});

const acknowledgedUntilKilled = async (writes: number): Promise<readonly number[]> => {
  const script = join(import.meta.dirname, 'crash-writer.ts');
  const writer = spawn(process.execPath, [script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => {
    writer.on('exit', resolve);
  });
  const acknowledged: number[] = [];
  for await (const line of createInterface(writer.stdout)) {
    acknowledged.push(Number(line));
    if (acknowledged.length === writes) writer.kill('SIGKILL');
  }
  await gone;
  return acknowledged;
};

describe('kill -9', () => {
  test('loses no acknowledged write, and indexes and stream agree', async () => {
    for (const writes of [50, 200]) {
      const acknowledged = await acknowledgedUntilKilled(writes);
      await withEngine(WORK, async (engine) => {
        expect(engine.verify()).toEqual([]);
        for (const own of acknowledged) {
          const { Item } = (await engine.handle('GetItem', {
            TableName: 'work',
            Key: { pk: { S: `p${own}` }, sk: { S: '1' } },
          })) as { Item?: object };
          expect(Item).toMatchObject({ due: { N: String(own) } });
        }
      });
    }
  });
});
