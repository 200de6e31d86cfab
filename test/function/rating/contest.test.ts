import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { ContestState } from '../../../events/rating/contest.ts';
import { bodyOf, outcomeOf } from '../world.ts';
import {
  bad,
  contest,
  fileOf,
  good,
  ratedByOther,
  ratingOf,
  ruled,
  stateOf,
  stranger,
} from './contest-world.ts';

describe('contesting a rating', () => {
  it('is for who did not give it; nothing of the first rating is told', async () => {
    const given = await ratedByOther();
    const reply = await contest(given);
    expect(reply.status).toBe(202);
    const state = bodyOf<ContestState>(reply);
    expect(state).toEqual({
      reference: state.reference,
      state: 'open',
      contestedAt: '2026-11-20T09:30:00.000+08:00',
      dueAt: '2026-11-27T17:30:00.000+08:00',
    });
    expect(state.reference).toMatch(new RegExp(`^${given.projectNo}-1-[0-9A-Z]{12}$`));
    expect(await stateOf(given, state.reference)).toEqual(state);
    expect(await ratingOf(given)).toMatchObject({ level: good.level, contested: 'open' });
  });

  it('is refused to who gave it, where nothing is rated, and over a link of a pad', async () => {
    const given = await ratedByOther();
    const { world, key, otherLink } = given;
    const asRater = await contest({ ...given, token: otherLink });
    expect(outcomeOf(asRater)).toBe('409 contest_own_rating');
    const fresh = await world.acceptedCase(key);
    const token = await world.token(key, fresh);
    expect(outcomeOf(await contest({ ...given, token }))).toBe('409 contest_not_rated');
    expect(outcomeOf(await contest({ ...given, token: 'x' }))).toBe('401 token_invalid');
    const silent = { level: 'dissatisfied', tags: [] };
    expect(outcomeOf(await contest(given, silent))).toBe('422 reason_missing');
  });

  it('is answered the same again, whatever is sent, and opens one contest', async () => {
    const given = await ratedByOther();
    const reply = await contest(given);
    given.world.clock.advance(60_000);
    expect(await contest(given, good)).toEqual(reply);
    expect(await given.world.stores.contests.ofContact(given.contact)).toHaveLength(1);
    const notices = given.world.stores.notices
      .all()
      .filter(({ type }) => type === 'rating_contested');
    expect(notices.map(({ box }) => `${box.kind} ${box.of}`)).toEqual([
      'reviewer 330602',
      'supervisor 330602',
      'reviewer 330600',
      'supervisor 330600',
    ]);
    expect(JSON.stringify(notices)).not.toMatch(/satisfied/);
  });

  it('by another sender meanwhile is kept beside it and looks the same', async () => {
    const given = await ratedByOther();
    const mine = bodyOf<ContestState>(await contest(given));
    const beside = await contest(given, { ...good, clientRef: stranger, statement: '不是我评的' });
    const state = bodyOf<ContestState>(beside);
    expect(beside.status).toBe(202);
    expect(state).toEqual({ ...mine, reference: state.reference });
    expect(state.reference).not.toBe(mine.reference);
    expect(await stateOf(given, state.reference)).toEqual(state);
    expect(await given.world.stores.contests.ofContact(given.contact)).toHaveLength(1);
    expect((await fileOf(given)).attempts).toMatchObject([{ statement: '不是我评的' }]);
    await ruled(given, 'upheld');
    expect(await stateOf(given, state.reference)).toMatchObject({ state: 'rejected' });
    expect((await stateOf(given, state.reference)).receipt).toBeUndefined();
  });

  it('stores no words, links or references in clear', async () => {
    const given = await ratedByOther();
    await contest(given, { ...bad, statement: '此前没有评价过' });
    const stored = JSON.stringify(await given.world.stores.contests.ofContact(given.contact));
    expect(stored).not.toMatch(/来了三次|此前没有|dissatisfied/);
    expect(stored).not.toContain(given.token);
  });

  it('has no state for a made-up number', async () => {
    const { world, projectNo } = await ratedByOther();
    for (const reference of ['x', `${projectNo}-1-0000000000AB`]) {
      const reply = await world.call('GET /v1/ratings/contest/{reference}', {
        path: { reference },
      });
      expect(outcomeOf(reply)).toBe('404 contest_reference_unknown');
    }
  });
});
