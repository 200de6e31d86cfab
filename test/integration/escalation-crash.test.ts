import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startKilledLoop } from '../support/killed-loop.ts';
import { boxReaders, startLadderTown } from '../support/ladder-town.ts';

const start = '2026-11-16T09:00:00+08:00';
const minute = 60_000;

/** Moments at which rungs are due or notices are sent, some of them twice. */
const moments = [
  '2026-11-17T17:26:00+08:00',
  '2026-11-17T17:31:00+08:00',
  '2026-11-18T08:21:00+08:00',
  '2026-11-18T08:31:00+08:00',
  '2026-12-02T16:40:00+08:00',
  '2026-12-07T17:31:00+08:00',
  '2026-12-07T17:36:00+08:00',
  '2026-12-08T08:31:00+08:00',
  '2026-12-10T17:40:00+08:00',
  '2026-12-14T17:35:00+08:00',
  '2026-12-15T08:35:00+08:00',
  '2026-12-21T17:35:00+08:00',
];

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ladder-crash-'));
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const openTickets = async (count: number): Promise<readonly string[]> => {
  const town = await startLadderTown({ dataDir, at: Date.parse(start) });
  try {
    const ids: string[] = [];
    while (ids.length < count) ids.push((await town.desk.badlyRated()).id);
    return ids;
  } finally {
    await town.stop();
  }
};

const allRungs = ['remind', 'yellow', 'red', 'supervise', 'raise_city', 'accountability'];
const ofBox = {
  department: ['ticket_opened', ...allRungs],
  supervisor: ['red', 'supervise', 'raise_city'],
  city: ['raise_city', 'accountability'],
  accountability: ['accountability'],
};

describe('kill -9 anywhere between sweep, queue and consumer', () => {
  it('fires each rung exactly once, tells it once, and misses none', async () => {
    const ids = await openTickets(6);
    let at = start;
    const lived: number[] = [];
    for (const moment of moments) {
      const killed = await startKilledLoop(dataDir, at);
      // Distributed over the duration of a sweep, its messages and their consumers.
      const ms = Math.floor(Math.random() ** 2 * 1_500);
      lived.push(ms);
      await killed.moveAndKill(moment, ms);
      at = moment;
    }
    const town = await startLadderTown({ dataDir, at: Date.parse(at) });
    try {
      expect(town.loop.system.tables.verify()).toEqual([]);
      // Messages that were in flight are received again after their visibility timeout.
      await town.walk(12, 5 * minute);
      await town.to('2026-12-22T08:25:00');
      await town.walk(14, 5 * minute);
      for (const id of ids) expect([lived, await town.rungs(id)]).toEqual([lived, allRungs]);
      for (const reader of boxReaders) {
        const lines = await town.inbox(reader);
        const told = lines.map(({ ticketId, type }) => `${ticketId} ${type}`).toSorted();
        const wanted = ids.flatMap((id) => ofBox[reader].map((type) => `${id} ${type}`));
        expect([lived, told]).toEqual([lived, wanted.toSorted()]);
      }
      expect((await town.watch()).missedEver).toBe(0);
    } finally {
      await town.stop();
    }
  }, 240_000);
});
