import { describe, expect, it } from 'vitest';

import { ownNumberOf, refuseOther } from '../../../functions/pad/own-number.ts';
import { readPadRating } from '../../../functions/pad/read-rating.ts';
import { senderOf } from '../../../functions/rating/repeat/sender.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { fakeKeyRing } from '../../fake/key-ring.ts';
import { fridayMorning } from '../world.ts';
import { answerOf, collect, good, ratingOf, setUp } from './pad-bench.ts';

const now = () => fridayMorning;
const since = fridayMorning;
const keys = fakeKeyRing();

/** On a pad whose clock is a minute behind. */
const sent = {
  sequence: 7,
  level: 'dissatisfied',
  tags: ['209'],
  text: '等了很久',
  ratedAt: '2026-11-20T09:29:00+08:00',
};

const numberOf = (more: object = {}, id = 'p1') => {
  const draft = readPadRating({ ...sent, ...more }, { behindMs: 60_000, since, now: now() });
  return ownNumberOf(draft, { id } as Pad, { keys, now });
};

/** As it is stored; a pad may send again what it sent before an update of the service. */
const mark = 'P7Nt2GQZhqUCw0z1xKl5L12VpCB84lAzKXHjgeUkASI';

/** As earlier releases stored it: by the stated time, and before that by the corrected one. */
const earlierMarks = [
  '09McCasYR1KYtDH8T5BCN78Ovd12_z2mr5GRyzA1AX4',
  'PfSyDXimsYayxyZevVToPkkxH41ZN7RZ-K0axNqRmXY',
] as const;

const storedWith = (one: string) => ({ padId: 'p1', sequence: 7, mark: one, at: now() });

describe('the number of a rating of a pad', () => {
  it('has the mark that every release since has given it', async () => {
    const { number, olderMarks } = await numberOf();
    expect(number).toEqual({ padId: 'p1', sequence: 7, mark, at: now() });
    expect(olderMarks).toEqual(earlierMarks);
    const withToken = await numberOf({ token: 'a link', ratedAt: undefined });
    expect(withToken.number.mark).toBe('1bLemGodzySGFQpR1_iAbhYsAmUvi-2kltTQfDftE4w');
    expect(withToken.olderMarks).toEqual([
      'ZzqhNUM04gHvdNxsz7AFgyhr0E2CioJrr5oWcWFbQ0w',
      'ZzqhNUM04gHvdNxsz7AFgyhr0E2CioJrr5oWcWFbQ0w',
    ]);
  });

  it.each([mark, ...earlierMarks])('is a repeat of one that was stored with %s', async (one) => {
    const own = await numberOf();
    expect(() => refuseOther(own, storedWith(one))).not.toThrow();
    expect(() => refuseOther(own, undefined)).not.toThrow();
  });

  it.each<[string, object, string?]>([
    ['other words', { text: '等了' }],
    ['another level', { level: 'very_dissatisfied' }],
    ['another time', { ratedAt: '2026-11-20T09:29:01+08:00' }],
    ['no time', { ratedAt: undefined }],
    ['a link', { token: 'a link' }],
    ['another number', { sequence: 8 }],
    ['the same on another pad', {}, 'p2'],
  ])('stands for something else with %s', async (_what, more, padId) => {
    const other = await numberOf(more, padId);
    expect(other.number.mark).not.toBe(mark);
    expect(() => refuseOther(other, storedWith(mark))).toThrow('sequence_taken');
  });

  it('cannot be found out without the key', async () => {
    const draft = readPadRating(sent, { behindMs: 0, since, now: now() });
    const others = { keys: fakeKeyRing('another'), now };
    expect((await ownNumberOf(draft, { id: 'p1' } as Pad, others)).number.mark).not.toBe(mark);
  });
});

describe('a number of a pad', () => {
  it('is taken also by what came with a link that is none', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const codesOf = async (rating: object) => {
      const answer = answerOf(await collect(world, pad, { sequence: 1, ...good, ...rating }));
      return answer.refused.map(({ code }) => code);
    };
    expect(await codesOf({ token: 'broken' })).toEqual(['token_invalid']);
    expect(await codesOf({ token })).toEqual(['sequence_taken']);
    expect(await codesOf({ token: 'broken' })).toEqual(['token_invalid']);
  });

  it('and the pad are the sender of its rating', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 1, token: await nextToken(), ...good });
    const rating = await ratingOf(world, pad, 1);
    const sender = { by: 'pad', padId: pad.accessKey, sequence: 1 } as const;
    expect(rating?.sender).toBe(await senderOf(world.stores.keys, rating!, sender));
  });
});
