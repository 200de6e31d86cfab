import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { bodyOf, outcomeOf, people } from '../world.ts';
import { answerOf, collect, good, ratingOf, setUp } from './pad-bench.ts';

type Bench = Awaited<ReturnType<typeof setUp>>;

const bad = { level: 'dissatisfied', tags: ['209'] };

/** The only rating of a case, wherever it came from. */
const ratingOfCase = ({ world }: Bench, projectNo: string) =>
  world.stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });

const wordsOf = async (bench: Bench, projectNo: string) => {
  const rating = await ratingOfCase(bench, projectNo);
  return bench.world.stores.keys.decrypt(rating?.sealedText ?? '', `rating/${projectNo}/1`);
};

describe('a rating of a pad whose words are damaged', () => {
  const text = '前\ud83d后';

  it('is stored at once, and marked', async () => {
    const { world, pad, nextToken } = await setUp();
    const rating = { sequence: 1, token: await nextToken(), ...bad, text };
    const answer = answerOf(await collect(world, pad, rating));
    expect([answer.refused, answer.stored]).toEqual([[], [{ sequence: 1 }]]);
    const stored = await ratingOf(world, pad, 1);
    expect(stored).toMatchObject({ ...bad, doubts: [{ code: 'words_damaged' }] });
    const place = `rating/${stored?.projectNo}/1`;
    expect(await world.stores.keys.decrypt(stored?.sealedText ?? '', place)).toBe('前\uFFFD后');
    expect(answerOf(await collect(world, pad, rating)).repeats).toEqual(answer.stored);
  });

  it('is marked also when it waited for its contact', async () => {
    const bench = await setUp();
    const { world, pad, integrator } = bench;
    const ratedAt = world.clock.now();
    await collect(world, pad, { sequence: 1, ratedAt, ...bad, text });
    const projectNo = await world.acceptedCase(integrator);
    expect(await ratingOfCase(bench, projectNo)).toMatchObject({
      bound: 'window',
      doubts: [{ code: 'words_damaged' }],
    });
    expect(await wordsOf(bench, projectNo)).toBe('前\uFFFD后');
  });
});

describe('a time that a pad states and nobody can read', () => {
  it.each([
    ['1970-01-01T00:00:00+08:00', '1970-01-01T00:00:00+08:00'],
    ['1990-06-01 12:00:00', '1990-06-01 12:00:00'],
    [0, '0'],
    ['yesterday', 'yesterday'],
    [{ at: 1 }, 'object'],
  ])('is kept as it was sent: %j', async (ratedAt, sent) => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 1, token: await nextToken(), ratedAt, ...good });
    const stored = await ratingOf(world, pad, 1);
    expect(stored).toMatchObject({
      claimImplausible: true,
      doubts: [{ code: 'unreadable_time', sent }],
    });
    expect(stored).not.toHaveProperty('claimedAt');
  });

  it('is shown beside what was pressed without a token', async () => {
    const { world, pad } = await setUp();
    const ratedAt = '1970-01-01T00:00:00+08:00';
    await collect(world, pad, { sequence: 1, ratedAt, ...good });
    const list = await world.call('GET /v1/oversight/presses', { as: people.supervisor });
    expect(bodyOf(list)).toMatchObject({
      presses: [
        {
          pressedAt: null,
          implausibleAt: null,
          doubts: [{ code: 'unreadable_time', sent: ratedAt, text: '评价时间无法识别' }],
        },
      ],
    });
  });

  it('is no doubt when it can be read', async () => {
    const { world, pad, nextToken } = await setUp();
    const ratedAt = '2026-11-20 09:29:35';
    await collect(world, pad, { sequence: 1, token: await nextToken(), ratedAt, ...good });
    expect(await ratingOf(world, pad, 1)).not.toHaveProperty('doubts');
  });
});

/** A refused rating of a case that two persons take up. */
const takenUp = async (members: string) => {
  const bench = await setUp();
  const { world, pad, integrator } = bench;
  const projectNo = await world.acceptedCase(integrator);
  const raw = `{"ratings":[{"sequence":1,${members}}]}`;
  const answer = answerOf(await world.call('POST /v1/pads/me/ratings', { by: pad, raw }));
  expect(answer.refused).toMatchObject([{ code: 'member_twice' }]);
  const [kept] = [...world.stores.pads.refused.values()];
  const body = { sequence: 1, mark: kept?.mark, projectNo, serviceNumber: 1, reason: '核对叫号' };
  const proposed = await world.call('POST /v1/pads/{padId}/take-up', {
    as: people.admin,
    path: { padId: pad.accessKey },
    body,
    nonce: randomUUID(),
  });
  if (outcomeOf(proposed) !== '202') return { outcome: outcomeOf(proposed) };
  const confirmed = await world.call('POST /v1/approvals/{id}/confirm', {
    as: people.secondAdmin,
    path: { id: bodyOf<{ approvalId: string }>(proposed).approvalId },
    body: {},
  });
  const rating = await ratingOfCase(bench, projectNo);
  const words = rating?.sealedText && (await wordsOf(bench, projectNo));
  return { outcome: outcomeOf(confirmed), rating, words };
};

describe('a refused rating in which a member stands twice', () => {
  it.each<[string, string, object, string | undefined]>([
    [
      'words',
      '"level":"dissatisfied","tags":["209"],"text":"慢","text":"很慢"',
      { doubts: [{ code: 'member_twice', sent: 'text' }] },
      '慢\n很慢',
    ],
    [
      'equal words',
      '"level":"dissatisfied","text":"慢","text":"慢"',
      { doubts: [{ code: 'member_twice', sent: 'text' }] },
      '慢',
    ],
    [
      'words and nothing',
      '"level":"dissatisfied","text":null,"text":"慢"',
      { doubts: [{ code: 'member_twice', sent: 'text' }] },
      '慢',
    ],
    [
      'tags',
      '"level":"dissatisfied","tags":["209"],"tags":[201,"209"]',
      {
        tags: ['201', '209'],
        doubts: [
          { code: 'member_twice', sent: 'tags' },
          { code: 'duplicate_indicator', sent: '209' },
        ],
      },
      undefined,
    ],
    [
      'a consent',
      '"level":"dissatisfied","tags":["209"],"contactConsent":"true","contactConsent":false',
      { contactConsent: false, doubts: [{ code: 'member_twice', sent: 'contactConsent' }] },
      undefined,
    ],
    [
      'a time',
      '"level":"satisfied","ratedAt":"2026-11-20T09:30:00+08:00","ratedAt":"2026-11-20T08:00:00+08:00"',
      { doubts: [{ code: 'member_twice', sent: 'ratedAt' }] },
      undefined,
    ],
    [
      'one level',
      '"level":"satisfied","level":"满意"',
      { level: 'satisfied', doubts: [{ code: 'member_twice', sent: 'level' }] },
      undefined,
    ],
  ])('is taken up with all of its %s, and marked', async (_what, members, stored, words) => {
    const taken = await takenUp(members);
    expect(taken.outcome).toBe('200');
    expect(taken.rating).toMatchObject(stored);
    expect(taken.words).toBe(words);
  });

  it('is not taken up when its two levels differ: none is chosen', async () => {
    const { outcome } = await takenUp('"level":"satisfied","level":"dissatisfied"');
    expect(outcome).toBe('422 refused_unreadable');
  });
});
