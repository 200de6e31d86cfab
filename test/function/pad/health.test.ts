import { describe, expect, it } from 'vitest';

import { bodyOf, hall, people } from '../world.ts';
import { setUp, signed } from './pad-bench.ts';

describe('the heartbeat of a pad', () => {
  it('says what it knows of its own queue, for its hall and for oversight', async () => {
    const { world, pad } = await setUp();
    const linesOf = async () => {
      const routes = ['GET /v1/pads', 'GET /v1/oversight/pads'];
      const lists = await Promise.all(
        routes.map((route) => world.call(route, { as: people.hallAdmin, query: { hall } })),
      );
      return lists.flatMap((reply) => bodyOf<{ pads: readonly object[] }>(reply).pads);
    };
    const nothing = { storage: null, faults: null, oldestAt: null, persisted: null, page: null };
    expect(await linesOf()).toMatchObject([nothing, nothing]);
    const said = { storage: 'broken', faults: 2, persisted: false, page: '1.4.0' };
    const beat = { waiting: 7, oldestAt: '2026-11-18T01:00:00Z', ...said };
    await signed(world, pad, 'POST /v1/pads/me/heartbeat', beat);
    const shown = { ...said, oldestAt: '2026-11-18T09:00:00.000+08:00' };
    expect(await linesOf()).toMatchObject([shown, shown]);
    const sound = { waiting: 0, storage: 'ok', faults: 2, oldestAt: 'yesterday' };
    await signed(world, pad, 'POST /v1/pads/me/heartbeat', sound);
    const mended = { ...nothing, storage: 'ok', faults: 2 };
    expect(await linesOf()).toMatchObject([mended, mended]);
  });

  it('tells the hall and its supervisor once that it broke, and of each rating that was lost', async () => {
    const { world, pad } = await setUp();
    const beat = (health: object) =>
      signed(world, pad, 'POST /v1/pads/me/heartbeat', { waiting: 0, ...health });
    await beat({ storage: 'ok', faults: 0 });
    world.clock.advance(60_000);
    await beat({ storage: 'broken', faults: 1 });
    world.clock.advance(60_000);
    await beat({ storage: 'broken', faults: 1 });
    world.clock.advance(60_000);
    await beat({ storage: 'broken', faults: 2 });
    const told = world.stores.notices
      .all()
      .flatMap(({ type, box }) => (type.startsWith('pad_') ? [`${type} ${box.kind}`] : []));
    expect(told.toSorted()).toEqual([
      'pad_broken hall_administrator',
      'pad_broken supervisor',
      'pad_rating_lost hall_administrator',
      'pad_rating_lost hall_administrator',
      'pad_rating_lost supervisor',
      'pad_rating_lost supervisor',
    ]);
  });
});
