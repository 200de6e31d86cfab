import '../../support/silent-logs.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ContestState } from '../../../events/rating/contest.ts';
import { mostAttempts } from '../../../shared/domain/rating/attempt.ts';
import { mostContestsOfLink } from '../../../shared/domain/rating/contest/contest.ts';
import { times } from '../../contract/suite/sample.ts';
import type { Reply } from '../reply.ts';
import { bodyOf, outcomeOf } from '../world.ts';
import {
  bad,
  contest,
  fileOf,
  good,
  ratedByOther,
  ruled,
  stateOf,
  stranger,
} from './contest-world.ts';
import type { Contested } from './contest-world.ts';

const minute = 60_000;

/** A contact that somebody rated and a second person contests, and a third person's link to it. */
const contestedByOther = async (): Promise<Contested> => {
  const given = await ratedByOther();
  await contest(given, { ...bad, clientRef: 'page-of-the-second' });
  given.world.clock.advance(minute);
  return { ...given, token: await given.world.token(given.key, given.projectNo, 'portal') };
};

/** The same without the contest of the second person. */
const contestedByNobody = async (): Promise<Contested> => {
  const given = await ratedByOther();
  given.world.clock.advance(minute);
  return { ...given, token: await given.world.token(given.key, given.projectNo, 'portal') };
};

const statementsOf = async (given: Contested) =>
  (await fileOf(given)).attempts.map(({ statement }) => statement);

describe('a contest beside an open one', () => {
  it('is kept, although the same was sent as a rating before', async () => {
    const given = await contestedByOther();
    const { world, token } = given;
    const words = { ...bad, clientRef: stranger };
    await world.call('POST /v1/ratings', { body: { token, ...words } });
    const { reference } = bodyOf<ContestState>(await contest(given, words));
    expect(await stateOf(given, reference)).toMatchObject({ state: 'open' });
    expect((await fileOf(given)).attempts).toHaveLength(2);
  });

  it('has a place, however many ratings were sent over the links of its issuer', async () => {
    const given = await contestedByOther();
    const { world, key, projectNo } = given;
    for (const index of times(mostAttempts + 1, (number) => number)) {
      const channel = index % 2 === 0 ? 'qr' : 'sms';
      const token = await world.token(key, projectNo, channel);
      const body = { token, ...good, clientRef: `page-of-rating-${index}` };
      await world.call('POST /v1/ratings', { body });
      world.clock.advance(10 * minute);
    }
    const reply = await contest(given, { ...bad, clientRef: stranger, statement: '不是我评的' });
    expect(reply.status).toBe(202);
    expect(await stateOf(given, bodyOf<ContestState>(reply).reference)).toMatchObject({
      state: 'open',
    });
    expect(await statementsOf(given)).toContain('不是我评的');
  });

  it('is kept once, whatever its sender says again, and many at once', async () => {
    const given = await contestedByOther();
    const sent = (words: object) => contest(given, { ...words, clientRef: stranger });
    const replies = await Promise.all([sent(bad), sent({ ...good, statement: '又一次' })]);
    expect(replies.map(({ status }) => status)).toEqual([202, 202]);
    expect(replies[0]?.body).toEqual(replies[1]?.body);
    expect((await fileOf(given)).attempts).toHaveLength(1);
  });

  it('without a place is not acknowledged, and says whom to call', async () => {
    const given = await contestedByOther();
    const { world, key, projectNo } = given;
    const outcomes: string[] = [];
    for (const index of times(mostAttempts + 1, (number) => number)) {
      world.clock.advance(minute);
      const token = await world.token(key, projectNo, 'sms');
      const words = { ...bad, clientRef: `page-of-contest-${index}` };
      outcomes.push(outcomeOf(await contest({ ...given, token }, words)));
    }
    expect(outcomes.slice(0, mostAttempts)).toEqual(times(mostAttempts, () => '202'));
    expect(outcomes.at(-1)).toBe('409 contest_not_taken');
    const refused = await contest(given, { ...bad, clientRef: 'one-more-page-of-contest' });
    expect(bodyOf<{ detail: string }>(refused).detail).toContain('12345');
    const other = await world.integrator(['portal', 'invitations']);
    const token = await world.token(other, projectNo, 'sms');
    expect((await contest({ ...given, token }, { ...bad, clientRef: stranger })).status).toBe(202);
  });

  it('is not lost when the other one is ruled on meanwhile', async () => {
    const given = await contestedByOther();
    const { attempts } = given.world.stores;
    const keep = attempts.keep.bind(attempts);
    const late: typeof keep = async (attempt) => {
      await ruled(given, 'rejected');
      given.world.clock.advance(1000);
      return keep({ ...attempt, at: given.world.clock.now() });
    };
    Object.assign(attempts, { keep: late });
    const { reference } = bodyOf<ContestState>(
      await contest(given, { ...bad, clientRef: stranger }),
    );
    expect(await stateOf(given, reference)).toMatchObject({ state: 'rejected' });
  });
});

const act = fc.oneof(
  fc.record({
    type: fc.constant('contest' as const),
    page: fc.nat({ max: 6 }),
    words: fc.constantFrom<object>(bad, good, { level: 'dissatisfied' }, { level: 'nothing' }),
  }),
  fc.record({ type: fc.constant('rate' as const), page: fc.nat({ max: 6 }) }),
  fc.record({ type: fc.constantFrom('look' as const, 'wait' as const, 'rule' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** What the answers of two worlds have in common, when they tell the same. */
const toldBy = ({ status, body, headers }: Reply, { projectNo, token }: Contested): string =>
  JSON.stringify([status, body, headers['retry-after'], headers['location']])
    .replaceAll(projectNo, 'case')
    .replaceAll(token, 'link')
    .replaceAll(/[0-9A-HJKMNP-TV-Z]{12}/g, 'code')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');

/** Does what somebody with a link can do, and returns what they are told. */
const tellsOf = async (given: Contested, acts: readonly Act[]): Promise<readonly string[]> => {
  const { world, token } = given;
  const told: string[] = [];
  const references = new Set<string>();
  let isRuled = false;
  const take = async (one: Act): Promise<readonly Reply[]> => {
    if (one.type === 'contest') {
      const clientRef = `page-of-stranger-${one.page}`;
      const reply = await contest(given, { ...one.words, clientRef });
      const { reference } = bodyOf<Partial<ContestState>>(reply);
      if (reference !== undefined) references.add(reference);
      return [reply];
    }
    if (one.type === 'rate') {
      const clientRef = `page-of-stranger-${one.page}`;
      return [await world.call('POST /v1/ratings', { body: { token, ...bad, clientRef } })];
    }
    if (one.type === 'look') {
      const states = [...references].map((reference) =>
        world.call('GET /v1/ratings/contest/{reference}', { path: { reference } }),
      );
      const view = world.call('GET /v1/invitations/{token}', { path: { token } });
      return Promise.all([view, ...states]);
    }
    if (one.type === 'rule' && references.size > 0 && !isRuled) {
      isRuled = true;
      await ruled(given, 'rejected');
    }
    world.clock.advance(7 * minute);
    return [];
  };
  for (const one of acts) {
    for (const reply of await take(one)) told.push(toldBy(reply, given));
  }
  return told;
};

describe('who holds a link', () => {
  it('is never told whether another person contests', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), async (acts) => {
        const alone = await tellsOf(await contestedByNobody(), acts);
        expect(await tellsOf(await contestedByOther(), acts)).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  it('reaches the limit of the link with the same contest, alone or not', async () => {
    for (const given of [await contestedByNobody(), await contestedByOther()]) {
      const outcomes: string[] = [];
      for (const index of times(mostContestsOfLink + 1, (number) => number)) {
        const words = { ...bad, clientRef: `page-of-stranger-${index}` };
        outcomes.push(outcomeOf(await contest(given, words)));
      }
      expect(outcomes).toEqual([
        ...times(mostContestsOfLink, () => '202'),
        '409 contest_not_taken',
      ]);
    }
  });
});
