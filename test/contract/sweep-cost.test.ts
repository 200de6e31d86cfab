import '../support/silent-logs.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Instant } from '../../shared/domain/time/instant.ts';
import { at, fakeClock } from '../fake/clock.ts';
import { deadlineWorks } from '../support/deadline-works.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';
import { sampleRating, ticketOf } from './suite/sample.ts';

const dueNow = at('2026-06-16T17:30:00.001+08:00');

let engine: EngineStores;
beforeAll(async () => {
  engine = await startEngineStores(Date.parse(dueNow));
});
afterAll(() => engine.stop());

const open = async (count: number, receivedAt: Instant): Promise<void> => {
  for (let made = 0; made < count; made += 50) {
    const some = Array.from({ length: Math.min(50, count - made) }, () => {
      const rating = sampleRating({ receivedAt });
      // The notices are already sent, so that only tickets are due.
      return engine.stores.ratings.record(rating, { ...ticketOf(rating), notices: [] });
    });
    await Promise.all(some);
  }
};

/** Read units of one sweep and the number of calls it made. */
const sweepCost = async () => {
  const works = deadlineWorks(engine.stores, fakeClock(dueNow).now);
  const before = engine.readUnits();
  await works.sweep();
  return { units: engine.readUnits() - before, calls: works.escalations.size };
};

describe('the cost of a sweep', () => {
  it('is that of what is due, whether 50 tickets are open or 2,000', async () => {
    const monday = at('2026-06-15T09:00:00+08:00');
    const tuesday = at('2026-06-16T10:00:00+08:00');
    await open(20, monday);
    await open(30, tuesday);
    await sweepCost();
    const few = await sweepCost();
    await open(1_950, tuesday);
    const many = await sweepCost();
    expect(few.calls).toBe(20);
    expect(many).toEqual(few);
    expect(few.units).toBeLessThanOrEqual(2);
  }, 120_000);
});
