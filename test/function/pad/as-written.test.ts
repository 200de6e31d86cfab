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

  it('with a number of several digits, and a consent that is no, as texts', async () => {
    const { world, pad, nextToken } = await setUp();
    const rating = { sequence: '12', token: await nextToken(), contactConsent: 'false', ...good };
    const answer = answerOf(await collect(world, pad, rating));
    expect(answer).toMatchObject({ stored: [{ sequence: 12 }], ignored: [] });
    expect(await ratingOf(world, pad, 12)).toMatchObject({ contactConsent: false });
  });

  it.each([['1e3'], ['7.0'], ['0x7'], ['12345678901'], [[7]], [true], ['']])(
    'but nothing that only looks like a number is its number: %j',
    async (sequence) => {
      const { world, pad, nextToken } = await setUp();
      const rating = { sequence, token: await nextToken(), ...good };
      const { refused } = answerOf(await collect(world, pad, rating));
      expect(refused).toMatchObject([{ sequence: null, code: 'invalid_input' }]);
    },
  );

  it.each([
    ['an indicator in a list of its own', { tags: [['510']] }],
    ['a consent that is neither yes nor no', { contactConsent: 'yes' }],
    ['one indicator in place of the list', { tags: '510' }],
  ])('but %s is refused, under its number', async (_what, more) => {
    const { world, pad, nextToken } = await setUp();
    const rating = { sequence: 1, token: await nextToken(), ...good, ...more };
    const { refused } = answerOf(await collect(world, pad, rating));
    expect(refused).toMatchObject([{ sequence: 1, code: 'invalid_input' }]);
  });
});
