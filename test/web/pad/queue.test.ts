import { webcrypto } from 'node:crypto';

import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';

import { openDatabase } from '../../../web/pad/queue/database.ts';
import type { Database } from '../../../web/pad/queue/database.ts';
import { faultCount } from '../../../web/pad/queue/fault-count.ts';
import { probeStorage } from '../../../web/pad/queue/probe.ts';
import { ratingQueue } from '../../../web/pad/queue/queue.ts';
import { createSealKey } from '../../../web/pad/queue/seal.ts';
import { readSetting, writeSettings } from '../../../web/pad/queue/settings.ts';
import { pressedRating, queueContract } from '../../support/pad/queue-contract.ts';
import type { QueueUnderTest } from '../../support/pad/queue-contract.ts';

const crypto = webcrypto as unknown as Crypto;
const after = () => () => undefined;

const open = async () => {
  const databases = new IDBFactory();
  const key = await createSealKey(crypto);
  const connect = (): QueueUnderTest & { database: Database } => {
    const database = openDatabase({ databases, after });
    return { ...ratingQueue({ database, key, crypto }), database, reopen: async () => connect() };
  };
  const first = connect();
  await writeSettings(first.database, { next: 1 });
  return first;
};

describe('the queue in the database of a test', () => {
  queueContract(open);

  it('a record that was moved or damaged stays, and holds up nothing', async () => {
    const queue = await open();
    for (const n of [1, 2, 3]) await queue.press(pressedRating(n));
    const moved = await queue.database.read<object>('ratings', (store) => store.get(1));
    await queue.database.write((of) => of('ratings').put({ ...moved, sequence: 2 }));
    const { ratings, last } = await queue.oldest(0, 50);
    expect(ratings.map(({ sequence }) => sequence)).toEqual([1, 3]);
    expect(last).toBe(3);
    expect(await queue.oldest(1, 1)).toEqual({ ratings: [], last: 2 });
    expect((await queue.state()).waiting).toBe(3);
  });

  it('gives no number in a database that was emptied', async () => {
    const queue = await open();
    await queue.database.write((of) => of('settings').clear());
    await expect(queue.press(pressedRating(1))).rejects.toThrow('CounterMissing');
    await expect(queue.continueBehind(5)).rejects.toThrow('CounterMissing');
  });
});

describe('the database', () => {
  it('writes all of a transaction or nothing', async () => {
    const { database } = await open();
    const fault = new Error('in the middle');
    const write = database.write((of) => {
      of('settings').put(99, 'next');
      throw fault;
    });
    await expect(write).rejects.toBe(fault);
    expect(await readSetting(database, 'next')).toBe(1);
    await expect(
      writeSettings(database, { next: 50, probe: (() => '') as unknown as string }),
    ).rejects.toThrow('could not be cloned');
    expect(await readSetting(database, 'next')).toBe(1);
  });

  it('that does not answer is given up', async () => {
    const overdue: (() => void)[] = [];
    const database = openDatabase({
      databases: { open: () => new EventTarget() as IDBOpenDBRequest },
      after: (ms, run) => {
        expect(ms).toBe(10_000);
        overdue.push(run);
        return () => undefined;
      },
    });
    const read = readSetting(database, 'next');
    const write = writeSettings(database, { next: 2 });
    for (const run of overdue) run();
    await expect(read).rejects.toThrow('TimedOut');
    await expect(write).rejects.toThrow('TimedOut');
    expect(await probeAfter(database, overdue)).toBe(false);
  });

  it('is opened again after the browser closed it', async () => {
    const databases = new IDBFactory();
    const opened: IDBDatabase[] = [];
    const database = openDatabase({
      after,
      databases: {
        open: (...given) => {
          const request = databases.open(...given);
          request.addEventListener('success', () => opened.push(request.result));
          return request;
        },
      },
    });
    await writeSettings(database, { next: 7 });
    opened[0]?.close();
    expect(await readSetting(database, 'next')).toBe(7);
    expect(opened).toHaveLength(2);
  });

  it('a probe leaves nothing behind', async () => {
    const { database } = await open();
    expect(await probeStorage(database, { crypto })).toBe(true);
    expect(await readSetting(database, 'probe')).toBeUndefined();
  });

  it('a count of faults goes on where it was', async () => {
    const { database } = await open();
    const faults = await faultCount(database);
    await faults.add();
    await faults.add();
    expect(faults.count()).toBe(2);
    expect((await faultCount(database)).count()).toBe(2);
  });
});

const probeAfter = (database: Database, overdue: readonly (() => void)[]): Promise<boolean> => {
  const probe = probeStorage(database, { crypto });
  for (const run of overdue) run();
  return probe;
};
