import '../support/silent-logs.ts';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { projectChanges } from '../../functions/figures/project.ts';
import { invitedOf } from '../../shared/domain/rating/invited.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import { decideTicket } from '../../shared/domain/ticket/machine.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { shippedRules } from '../../shared/rules.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { rightfully } from '../domain/ticket/ticket-fixture.ts';
import type { Said } from '../domain/ticket/ticket-fixture.ts';
import { commandAt } from '../domain/ticket/ticket-random.ts';
import { fakeClock } from '../fake/clock.ts';
import { bodyOf, people, worldOver } from '../function/world.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';
import { friday, later, sampleCase, sampleRating, ticketOf } from './suite/sample.ts';

const hour = 3_600_000;

let engine: EngineStores;
beforeAll(async () => {
  // Shards close after every round, and those with more than a few changes are split.
  const shards = { lifetimeMs: hour, splitAbove: 8 };
  engine = await startEngineStores(Date.parse(friday), { shards });
});
afterAll(() => engine.stop());

const areas = ['330602', '330603', '330681001'];
const deeds: readonly Said[] = [
  'reached',
  'find',
  'submit',
  'approve',
  'bad',
  'transfer',
  'escalate',
];

/** A case with its invitation, rating and ticket, not all of which necessarily occur. */
const happening = fc.record({
  area: fc.constantFrom(...areas),
  window: fc.constantFrom('A01', 'A02'),
  level: fc.constantFrom('satisfied', 'dissatisfied', 'very_dissatisfied'),
  origin: fc.constantFrom('active', 'active', 'default'),
  finishes: fc.boolean(),
  invites: fc.boolean(),
  rates: fc.boolean(),
  hours: fc.nat(60),
  deeds: fc.array(fc.constantFrom(...deeds), { maxLength: 8 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const act = async (rating: Rating, what: Said, after: number): Promise<void> => {
  const ticket = await engine.stores.tickets.find(`${rating.projectNo}-1`);
  if (ticket === undefined) return;
  const at = later(rating.receivedAt, after * hour);
  const given = { at, by: rightfully[what], rules: shippedRules };
  const decision = decideTicket(ticket, commandAt(what, at), given);
  if (decision.ok) await engine.stores.tickets.save(decision.next, decision.events, []);
};

const happen = async (one: Happening): Promise<void> => {
  const { cases, invitations, ratings } = engine.stores;
  const at = later(friday, one.hours * hour);
  const hall = `${one.area.slice(0, 6)}-H1`;
  const contact = {
    serviceNumber: 1,
    service: 'accept',
    at: friday,
    hall,
    window: one.window,
  } as const;
  const known = sampleCase({ area: one.area, contacts: [contact] });
  await cases.save(known);
  if (one.invites)
    await invitations.note(invitedOf({ known, contact }, { channel: 'qr', at, accessKey: 'AK1' }));
  const { projectNo, area } = known;
  const rating = sampleRating({
    projectNo,
    area,
    hall,
    window: one.window,
    level: one.level,
    origin: one.origin,
    receivedAt: at,
    creditCode: known.department.creditCode,
  });
  const isBad = one.level !== 'satisfied' && one.origin === 'active';
  if (one.rates)
    await ratings.record(rating, isBad ? { ...ticketOf(rating), notices: [] } : undefined);
  if (one.finishes) {
    const timeline = [
      ...known.timeline,
      { eventId: 'e9', type: 'finished', at, accessKey: 'AK1' } as const,
    ];
    await cases.save({ ...known, timeline, version: 2 });
  }
  for (const [index, what] of one.deeds.entries()) await act(rating, what, 3 + index * 13);
};

/** Every write of a counter or member may fail, before or after it takes effect. */
const failing = (pick: () => number): DynamoDBClient => {
  const { client } = engine.table;
  const send = async (command: Parameters<DynamoDBClient['send']>[0]): Promise<unknown> => {
    const chance = command instanceof PutItemCommand ? pick() : 100;
    if (chance < 6) throw new Error('the worker was killed');
    const answer = await client.send(command as PutItemCommand);
    if (chance < 12) throw new Error('the answer was lost');
    return answer;
  };
  // The stores use no other method of a client.
  return { send } as unknown as DynamoDBClient;
};

/** Number of failed batches. */
let failures = 0;
const isSome = (count: number): boolean => count > 0;
const november = { from: '2026-11-01' as CivilDate, to: '2026-11-30' as CivilDate };

const placeOf: Record<string, string | undefined> = {};

/**
 * Reads a shard from the position of the previous run; batches have any size, are repeated and
 * restarted.
 */
const fold = async (shard: string, pick: () => number): Promise<void> => {
  const store = figureStore({ client: failing(pick), name: engine.table.name });
  const project = projectChanges({ figures: store });
  const all = await engine.stream.read(shard, placeOf[shard], 10_000);
  let done = 0;
  while (done < all.length) {
    const size = 1 + (pick() % 9);
    const Records = all.slice(done, done + size) as unknown as DynamoDBRecord[];
    const taken = await project({ Records, shardId: shard }).then(
      () => true,
      () => false,
    );
    if (!taken) failures += 1;
    // The position is lost occasionally: processed changes are delivered again.
    if (taken) done = pick() < 12 ? Math.max(0, done - 5) : done + Records.length;
  }
  placeOf[shard] = all.at(-1)?.dynamodb.SequenceNumber ?? placeOf[shard];
};

/** A shard is read after its parent; shards of one generation are read concurrently. */
const foldAll = async (pick: () => number): Promise<void> => {
  const done = new Set<string>();
  let left = engine.stream.shards(engine.table.name);
  const isListed = (id: string): boolean => left.some((shard) => shard.id === id);
  while (left.length > 0) {
    const ready = left.filter(({ parent }) => parent === undefined || !isListed(parent));
    await Promise.all(ready.map(({ id }) => fold(id, pick)));
    for (const { id } of ready) done.add(id);
    left = left.filter(({ id }) => !done.has(id));
  }
};

const recount = async () => {
  const world = worldOver(engine.stores, fakeClock(friday).now());
  const as = { ...people.supervisor, area: '330600' };
  const query = { from: '2026-11-10', to: '2026-12-05' };
  return bodyOf<{ equal: boolean; compared: number; read: object; differences: unknown[] }>(
    await world.call('GET /v1/figures/recount', { as, query }),
  );
};

describe('figures folded from the change stream of the table', () => {
  it('equal a recount, whatever fails, is split, repeated and comes in another order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 3, maxLength: 10 }),
        fc.array(fc.nat(99), { minLength: 60, maxLength: 60 }),
        async (happenings, chances) => {
          for (const one of happenings) await happen(one);
          let next = 0;
          // After some time nothing fails any more, so that a run always ends.
          const pick = (): number => {
            next += 1;
            return next > 600 ? 50 : (chances[next % chances.length] ?? 50);
          };
          engine.clock.advance(hour);
          await foldAll(pick);
          const found = await recount();
          expect(found).toMatchObject({ equal: true, differences: [] });
          expect(found.compared).toBeGreaterThan(11);
        },
      ),
      { numRuns: 8 },
    );
    expect(failures).toBeGreaterThan(10);
    const generations = engine.stream.shards(engine.table.name);
    expect(generations.length).toBeGreaterThan(20);
    const children = Map.groupBy(generations, ({ parent }) => parent);
    expect([...children.values()].some(({ length }) => length === 2)).toBe(true);
    const city = { kind: 'city', id: '330600' } as const;
    const [sums] = await engine.stores.figures.sums([city], november);
    for (const slot of ['finished', 'invited', 'rated', 'bad', 'default_received'] as const) {
      expect([slot, sums?.counts[slot] ?? 0]).toEqual([slot, expect.toSatisfy(isSome)]);
    }
  });
});
