import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { firstHandler } from '../support/desk-calls.ts';
import { boxReaders, startLadderTown } from '../support/ladder-town.ts';
import type { InboxLine, LadderTown } from '../support/ladder-town.ts';

const allRungs = ['remind', 'yellow', 'red', 'supervise', 'raise_city', 'accountability'];

/** The notices in each inbox for a ticket that passes all rungs. */
const toldTo = {
  department: ['ticket_opened', ...allRungs],
  supervisor: ['red', 'supervise', 'raise_city'],
  city: ['raise_city', 'accountability'],
  accountability: ['accountability'],
};

const minute = 60_000;

let stopTown = async (): Promise<void> => undefined;

const start = async (options?: Parameters<typeof startLadderTown>[0]): Promise<LadderTown> => {
  const town = await startLadderTown(options);
  stopTown = () => town.stop();
  return town;
};

afterEach(async () => {
  await stopTown();
});

const typesOf = (lines: readonly InboxLine[], id: string): readonly string[] =>
  lines
    .filter(({ ticketId }) => ticketId === id)
    .map(({ type }) => type)
    .toReversed();

/** The missed rungs that the watches found; at least one watch must have run. */
const missed = async (town: LadderTown): Promise<readonly object[]> => {
  const { missedEver, results } = await town.watch();
  expect(results.length).toBeGreaterThan(0);
  expect(missedEver).toBe(0);
  return results.filter((result) => result.missed > 0);
};

/** The evenings of the days on which rungs are due, and one before a weekend. */
const evenings = [
  '2026-11-17',
  '2026-11-20',
  '2026-12-02',
  '2026-12-07',
  '2026-12-10',
  '2026-12-14',
  '2026-12-21',
];

/**
 * Evening by evening and morning by morning; returns the notices that reached an inbox in between.
 */
const upTheLadder = async (town: LadderTown): Promise<readonly InboxLine[]> => {
  const atNight: InboxLine[] = [];
  for (const date of evenings) {
    await town.to(`${date}T17:45:00`);
    const before = await town.inbox('department');
    await town.to(`${date}T23:50:00`);
    await town.walk(1, 8 * 60 * minute);
    const after = await town.inbox('department');
    atNight.push(...after.filter(({ id }) => before.every((one) => one.id !== id)));
    await town.walk(1, 60 * minute);
  }
  return atNight;
};

describe('a ticket that nobody touches', () => {
  it('goes up every rung, each once and told once in working hours, though all is doubled', async () => {
    const town = await start();
    town.loop.system.faults.duplicate = 2;
    const { id } = await town.desk.badlyRated();
    await town.loop.system.idle();
    const atNight = await upTheLadder(town);
    expect(await town.rungs(id)).toEqual(allRungs);
    for (const reader of boxReaders) {
      const lines = await town.inbox(reader);
      expect([reader, typesOf(lines, id)]).toEqual([reader, toldTo[reader]]);
      const hours = lines.map(({ at }) => at.slice(11, 16));
      expect(hours.filter((time) => time < '08:30' || time >= '17:30')).toEqual([]);
    }
    // No notice reaches an inbox between 17:45 and 07:50.
    expect(atNight).toEqual([]);
    expect(await missed(town)).toEqual([]);
  }, 240_000);

  it('is caught up with after an outage of weeks, without a word twice', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'loop-outage-'));
    try {
      const before = await start({ dataDir, at: Date.parse('2026-12-07T09:00:00+08:00') });
      const { id } = await before.desk.badlyRated();
      await before.to('2026-12-07T16:00:00');
      await before.stop();
      const after = await start({ dataDir, at: Date.parse('2026-12-29T10:00:00+08:00') });
      expect(await after.rungs(id)).toEqual([]);
      await after.walk(1, 5 * minute);
      expect(await after.rungs(id)).toEqual(['remind', 'yellow', 'red']);
      await after.walk(2, 5 * minute);
      const told = typesOf(await after.inbox('department'), id);
      expect(told.toSorted()).toEqual(['red', 'remind', 'ticket_opened', 'yellow']);
      await after.walk(4, 30 * minute);
      expect(await missed(after)).toEqual([]);
    } finally {
      await stopTown();
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 120_000);

  it('is delayed but neither lost nor doubled by a store that throttles', async () => {
    // The SDK waits in real time between its attempts. Without retries an eighth of all calls fails
    // permanently, as after three attempts of which each is throttled with a probability of one
    // half.
    const town = await start({ variables: { AWS_MAX_ATTEMPTS: '1' } });
    const tickets = [];
    for (let n = 0; n < 3; n += 1) tickets.push(await town.desk.badlyRated());
    await town.to('2026-11-17T17:25:00');
    town.loop.system.faults.throttle = 0.125;
    await town.walk(4, 5 * minute);
    delete town.loop.system.faults.throttle;
    await town.walk(12, 5 * minute);
    await town.to('2026-11-18T08:40:00');
    await town.walk(4, 5 * minute);
    for (const { id } of tickets) {
      expect(await town.rungs(id)).toEqual(['remind']);
      expect(typesOf(await town.inbox('department'), id)).toEqual(['ticket_opened', 'remind']);
    }
  }, 120_000);
});

describe('a ticket that is closed', () => {
  it('is silent from then on, also in what was queued already', async () => {
    const town = await start();
    const handler = firstHandler!.id;
    const { id } = await town.desk.badlyRated();
    const other = await town.desk.badlyRated();
    for (const action of [
      { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已致电' },
      { type: 'find', kind: 'complex', cause: 'process' },
    ]) {
      await town.desk.done(handler, id, action);
    }
    await town.to('2026-12-07T17:45:00');
    expect((await town.rungs(id)).at(-1)).toBe('red');
    // The sweep of 08:20 puts the morning's notices into the queue, ten minutes in advance.
    await town.to('2026-12-08T08:20:00');
    const queues = await town.loop.system.queues.depths();
    expect(queues.find(({ name }) => name.endsWith('Notice'))?.delayed).toBeGreaterThan(0);
    const answer = { measure: '已整改', answer: '已为您办结' };
    await town.desk.done(handler, id, { type: 'submit', result: 'explained', ...answer });
    await town.desk.done('supervisor-yuecheng', id, { type: 'approve' });
    await town.to('2026-12-08T08:35:00');
    const lines = await town.inbox('department');
    expect(typesOf(lines, id)).not.toContain('red');
    expect(typesOf(lines, other.id)).toContain('red');
    expect(typesOf(await town.inbox('supervisor'), id)).not.toContain('red');
    await town.to('2026-12-22T09:00:00');
    expect((await town.rungs(id)).at(-1)).toBe('red');
    expect((await town.rungs(other.id)).at(-1)).toBe('accountability');
  }, 120_000);
});
