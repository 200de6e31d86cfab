import '../support/silent-logs.ts';
import { BatchGetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { deltasOf } from '../../shared/domain/figures/contribution.ts';
import { sightingsOf } from '../../shared/domain/figures/sighting.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { fakeClock } from '../fake/clock.ts';
import { people, worldOver } from '../function/world.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';
import { friday, later, sampleRating } from './suite/sample.ts';

let engine: EngineStores;
beforeAll(async () => {
  engine = await startEngineStores(Date.parse(friday));
});
afterAll(() => engine.stop());

const dayMs = 24 * 60 * 60 * 1000;

/** Good ratings at the windows of three halls on four days, as the stream delivers them. */
const rate = async (from: number, to: number): Promise<void> => {
  const changes = Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const hall = `330602-H${n % 3}`;
    const of = sampleRating({
      level: 'satisfied',
      hall,
      window: `A${n % 5}`,
      staffId: `S${n % 7}`,
      receivedAt: later(friday, (n % 4) * dayMs),
    });
    const source = { kind: 'rating', of } as const;
    return {
      sequence: String(n + 1),
      at: of.receivedAt,
      deltas: deltasOf(undefined, source),
      members: sightingsOf(source),
    };
  });
  for (let start = 0; start < changes.length; start += 500) {
    await engine.stores.figures.apply('shard-1', changes.slice(start, start + 500));
  }
};

const asked = [
  { by: 'none' },
  { by: 'day' },
  { by: 'channel' },
  { by: 'department' },
  { by: 'hall' },
  { by: 'window' },
  { by: 'matter' },
  { by: 'staff' },
];

interface Cost {
  /** Number of keys read by name. */
  keys: number;
  /** Number of items that queries returned. */
  items: number;
}

/** The cost of every way to read figures. */
const cost = async (): Promise<readonly Cost[]> => {
  const spent: Cost = { keys: 0, items: 0 };
  const { client, name } = engine.table;
  const send = async (command: QueryCommand): Promise<unknown> => {
    const answer = await client.send(command);
    if (command instanceof QueryCommand) spent.items += answer.Items?.length ?? 0;
    const request = (command as unknown as BatchGetItemCommand).input;
    if (command instanceof BatchGetItemCommand) {
      spent.keys += request.RequestItems?.[name]?.Keys?.length ?? 0;
    }
    return answer;
  };
  // The stores use no other method of a client.
  const figures = figureStore({ client: { send } as unknown as DynamoDBClient, name });
  const world = worldOver({ ...engine.stores, figures }, fakeClock(friday).now());
  const as = { ...people.supervisor, area: '330600' };
  const costs: Cost[] = [];
  for (const { by } of asked) {
    const [keys, items] = [spent.keys, spent.items];
    const query = { from: '2026-10-15', to: '2026-12-31', by };
    const reply = await world.call('GET /v1/figures', { as, query });
    expect(reply.status).toBe(200);
    costs.push({ keys: spent.keys - keys, items: spent.items - items });
  }
  return costs;
};

describe('a query of figures', () => {
  it('reads the same items whether 1,000 people have rated or 10,000', async () => {
    await rate(0, 1_000);
    const few = await cost();
    await rate(1_000, 10_000);
    expect(await cost()).toEqual(few);
    const city = { kind: 'city', id: '330600' } as const;
    const [sums] = await engine.stores.figures.sums([city], {
      from: '2026-11-01' as CivilDate,
      to: '2026-11-30' as CivilDate,
    });
    expect(sums?.counts.rated).toBe(10_000);
    expect(few[0]).toEqual({ keys: 19, items: 0 });
  }, 180_000);
});
