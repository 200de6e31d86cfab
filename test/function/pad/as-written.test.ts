import { describe, expect, it } from 'vitest';

import { bodyOf, people } from '../world.ts';
import { answerOf, collect, good, ratingOf, setUp } from './pad-bench.ts';

describe('a rating of a pad is read as pads write it', () => {
  it.each([
    ['milliseconds', 1_795_138_440_000],
    ['milliseconds as text', '1795138440000'],
    ['the time in Shanghai', '2026-11-20 09:34:00'],
  ])('with the time of the press in %s', async (_what, ratedAt) => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 1, token: await nextToken(), ratedAt, ...good });
    const rating = await ratingOf(world, pad, 1);
    expect([rating?.claimedAt, rating?.claimImplausible]).toEqual([
      '2026-11-20T01:34:00.000Z',
      undefined,
    ]);
  });

  it('with a time that cannot be true, which a person sees', async () => {
    const { world, pad } = await setUp();
    await collect(world, pad, { sequence: 1, ratedAt: '2026-11-19 09:34:00', ...good });
    const list = await world.call('GET /v1/oversight/presses', { as: people.supervisor });
    expect(bodyOf(list)).toMatchObject({
      presses: [{ pressedAt: null, implausibleAt: '2026-11-19T09:34:00.000+08:00' }],
    });
  });

  it.each(['不满意', 'DISSATISFIED', 'dissatisfied ', 'Dissatisfied'])(
    'with its level written as %s',
    async (level) => {
      const { world, pad, nextToken } = await setUp();
      const rating = { sequence: 1, token: await nextToken(), level, tags: ['209'] };
      expect(answerOf(await collect(world, pad, rating)).refused).toEqual([]);
      expect(await ratingOf(world, pad, 1)).toMatchObject({ level: 'dissatisfied' });
    },
  );
});
