import { describe, expect, it } from 'vitest';

import { answerOf, collect, good, setUp } from './pad-bench.ts';

describe('a batch at its limits', () => {
  it('keeps every one of several that were refused under one number', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const wrong = ['115', '114', '113'].map((tag) => ({
      sequence: 7,
      token,
      level: 'satisfied',
      tags: [tag],
    }));
    await collect(world, pad, ...wrong);
    expect(world.stores.pads.refused.size).toBe(3);
  });

  it('does not let a broken counter open a gap without end', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const answer = answerOf(await collect(world, pad, { sequence: 2_000_000, token, ...good }));
    expect(answer.refused.map(({ code }) => code)).toEqual(['sequence_implausible']);
    expect([answer.missing, answer.highest]).toEqual([[], 0]);
  });

  it('takes fifty ratings with the longest words at once', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const long = { token, level: 'dissatisfied', text: '慢'.repeat(500) };
    const batch = Array.from({ length: 50 }, (_, index) => ({ sequence: index + 1, ...long }));
    const answer = answerOf(await collect(world, pad, ...batch));
    expect([answer.stored.length, answer.repeats.length]).toEqual([1, 49]);
  });
});
