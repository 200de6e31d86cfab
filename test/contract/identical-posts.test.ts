import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bodyOf, fridayMorning, worldOver } from '../function/world.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';

let engine: EngineStores;
beforeAll(async () => {
  engine = await startEngineStores(Date.parse(fridayMorning));
});
afterAll(() => engine.stop());

const outcomes = (replies: readonly { status: number }[]): Readonly<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

describe('100 identical posts at once, over the embedded engine', () => {
  it('make one rating, one ticket, one first step and one receipt', async () => {
    const world = worldOver(engine.stores);
    const key = await world.integrator();
    const projectNo = await world.acceptedCase(key);
    const token = await world.token(key, projectNo);
    const body = { token, level: 'very_dissatisfied', tags: ['110'], contactConsent: true };
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => world.call('POST /v1/ratings', { body })),
    );
    expect(outcomes(replies)).toEqual({ 200: 99, 201: 1 });
    const receipts = replies.map((reply) => bodyOf<{ receipt: string }>(reply).receipt);
    expect(new Set(receipts).size).toBe(1);
    const counts = [engine.count('rating'), engine.count('ticket'), engine.count('step')];
    expect(await Promise.all(counts)).toEqual([1, 1, 1]);
    const reply = await world.call('GET /v1/receipts/{receipt}', {
      path: { receipt: receipts[0] ?? '' },
    });
    expect(reply.status).toBe(200);
  });

  it('of a good rating make one rating and no ticket', async () => {
    const world = worldOver(engine.stores);
    const key = await world.integrator();
    const token = await world.token(key, await world.acceptedCase(key));
    const before = await engine.count('ticket');
    const body = { token, level: 'satisfied' };
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => world.call('POST /v1/ratings', { body })),
    );
    expect(outcomes(replies)).toEqual({ 200: 99, 201: 1 });
    expect(await engine.count('ticket')).toBe(before);
  });
});
