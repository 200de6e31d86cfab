import { describe, expect, it } from 'vitest';

import { Problem } from '../../../shared/http/problem/problem.ts';
import { outcomeOf } from '../world.ts';
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

  it('lets a gap be ten thousand numbers wide, counted from the highest, and not one more', async () => {
    const { world, pad, nextToken } = await setUp();
    const send = async (sequence: number) => {
      const token = await nextToken();
      const answer = answerOf(await collect(world, pad, { sequence, token, ...good }));
      return [answer.refused.length, answer.highest];
    };
    expect(await send(10_001)).toEqual([1, 0]);
    expect(await send(10_000)).toEqual([0, 10_000]);
    expect(await send(2)).toEqual([0, 10_000]);
    expect(await send(4)).toEqual([0, 10_000]);
    expect(await send(20_001)).toEqual([1, 10_000]);
    expect(await send(20_000)).toEqual([0, 20_000]);
  });

  it.each([
    ['busy', new Problem('busy'), '503 busy'],
    ['at fault', new Problem('fault'), '500 fault'],
    ['broken', new Error('the table is gone'), '500 fault'],
  ])(
    'is sent again as a whole while the service is %s, and nothing is settled',
    async (_what, fault, answered) => {
      const { world, pad, nextToken } = await setUp();
      const rating = { sequence: 1, token: await nextToken(), ...good };
      const ratings = { ...world.stores.ratings };
      Object.assign(world.stores.ratings, { record: () => Promise.reject(fault) });
      expect(outcomeOf(await collect(world, pad, rating))).toBe(answered);
      expect(world.stores.pads.refused.size).toBe(0);
      expect((await world.stores.pads.find(pad.accessKey))?.received).toEqual([]);
      Object.assign(world.stores.ratings, ratings);
      expect(answerOf(await collect(world, pad, rating)).stored).toHaveLength(1);
    },
  );

  it('keeps what is no rating at all under the number 0, however deep it is', async () => {
    const { world, pad } = await setUp();
    const answer = answerOf(await collect(world, pad, null, 'noise', { sequence: 'x' }));
    expect(answer.refused.map(({ sequence }) => sequence)).toEqual([null, null, null]);
    const deep = `{"ratings":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`;
    const reply = await world.call('POST /v1/pads/me/ratings', { by: pad, raw: deep });
    expect(answerOf(reply).refused).toMatchObject([{ sequence: null, code: 'invalid_input' }]);
    const kept = [...world.stores.pads.refused.values()];
    expect(kept.map(({ sequence }) => sequence)).toEqual([0, 0, 0, 0]);
    for (const { mark } of kept) expect(mark).toMatch(/^[0-9a-f]{16}$/u);
    const place = `pad/${pad.accessKey}/refused`;
    expect(await world.stores.keys.decrypt(kept.at(-1)?.sealed ?? '', place)).toBe(
      'nested too deeply to be kept',
    );
    expect((await world.stores.pads.find(pad.accessKey))?.received).toEqual([]);
  });

  it('takes fifty ratings with the longest words at once', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const long = { token, level: 'dissatisfied', text: '慢'.repeat(500) };
    const batch = Array.from({ length: 50 }, (_, index) => ({ sequence: index + 1, ...long }));
    const answer = answerOf(await collect(world, pad, ...batch));
    expect([answer.stored.length, answer.refused.length]).toEqual([1, 49]);
  });
});
