import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { ContestState } from '../../../events/rating/contest.ts';
import { findChainBreak } from '../../../shared/domain/ticket/verify.ts';
import { sha256 } from '../../../shared/rules.ts';
import { approvalOf, confirm } from '../approval-calls.ts';
import { bodyOf, outcomeOf } from '../world.ts';
import {
  bad,
  callBack,
  contest,
  countedOf,
  fileOf,
  first,
  good,
  own,
  propose,
  ratedByOther,
  ratingOf,
  ruled,
  second,
  stateOf,
  stranger,
} from './contest-world.ts';

const neitherMine = { ...own, answer: 'neither' };

describe('a ruling that neither rating is the applicant’s', () => {
  it('sets the first aside and puts none in its place', async () => {
    const given = await ratedByOther(bad);
    const { world, projectNo } = given;
    const { reference } = bodyOf<ContestState>(await contest(given, bad));
    world.clock.advance(24 * 60 * 60_000);
    expect((await ruled(given, 'neither')).body).toMatchObject({
      state: 'done',
      result: { contestId: given.id, state: 'neither' },
    });
    expect(await ratingOf(given)).toMatchObject({ level: bad.level, contested: 'neither' });
    expect(await ratingOf(given, 2)).toBeUndefined();
    expect(await world.stores.tickets.find(`${projectNo}-1g2`)).toBeUndefined();
    const state = await stateOf(given, reference);
    expect(state).toMatchObject({ state: 'neither', decidedAt: '2026-11-21T09:30:00.000+08:00' });
    expect(state).not.toHaveProperty('receipt');
    const counts = await countedOf(given);
    expect(Object.entries(counts).filter(([, count]) => count !== 0)).toEqual([
      ['contest:neither', 1],
    ]);
  });

  it('ends the ticket of the first by the event of a void rating, and keeps the reason', async () => {
    const given = await ratedByOther(bad);
    const { world, projectNo } = given;
    await contest(given, good);
    await ruled(given, 'neither');
    const id = `${projectNo}-1`;
    const ticket = await world.stores.tickets.find(id);
    const steps = await world.stores.tickets.steps(id);
    if (ticket === undefined) throw new Error(`no ticket ${id}`);
    const { ratings } = (await world.stores.ratings.ofCase(projectNo)) ?? { ratings: [] };
    expect(findChainBreak({ ticket, steps, ratings }, sha256)).toBeUndefined();
    expect(steps.at(-1)).toMatchObject({
      type: 'voided',
      to: 'dismissed',
      facts: { contest: given.id, proposedBy: first.id, confirmedBy: second.id },
    });
    expect((await fileOf(given)).ruling).toMatchObject({
      outcome: 'neither',
      by: first.id,
      confirmedBy: second.id,
      reason: '申请人回访确认',
    });
  });

  it.each([
    ['bad', bad],
    ['good', good],
  ])(
    'is told on the receipt of a %s first rating, which takes no follow-up',
    async (_what, words) => {
      const given = await ratedByOther(words);
      const { world, rated } = given;
      const path = { receipt: bodyOf<{ receipt: string }>(rated).receipt };
      await contest(given);
      world.clock.advance(60_000);
      await ruled(given, 'neither');
      const shown = await world.call('GET /v1/receipts/{receipt}', { path });
      expect(shown.body).toMatchObject({ voidedAt: '2026-11-20T09:31:00.000+08:00' });
      const body = { level: 'satisfied' };
      const append = await world.call('POST /v1/receipts/{receipt}/append', { path, body });
      expect(append.status).toBe(409);
    },
  );

  it('takes neither sender’s words once more, and no further contest', async () => {
    const given = await ratedByOther(bad);
    const { world, token } = given;
    const { reference } = bodyOf<ContestState>(await contest(given));
    await ruled(given, 'neither');
    const again = await world.call('POST /v1/ratings', { body: { token, ...bad } });
    expect(outcomeOf(again)).toBe('409 already_rated');
    expect(bodyOf<ContestState>(await contest(given))).toMatchObject({
      reference,
      state: 'neither',
    });
    const more = await contest(given, { ...good, clientRef: stranger });
    expect(outcomeOf(more)).toBe('409 contest_closed');
  });

  it.each([
    ['contest_is_own', 'upheld'],
    ['first_is_own', 'rejected'],
    ['unclear', 'rejected'],
  ] as const)('cannot be proposed after the answer %s', async (answer, possible) => {
    const given = await ratedByOther(bad);
    await contest(given);
    await callBack(given, { ...own, answer });
    expect(outcomeOf(await propose(given, 'neither'))).toBe('409 contest_answer_missing');
    expect((await propose(given, possible)).status).toBe(202);
    expect((await fileOf(given)).may).toMatchObject({ neither: false, [possible]: true });
  });

  it('is shown to the second person, and is void after a later call-back', async () => {
    const given = await ratedByOther(bad);
    const { world } = given;
    await contest(given);
    await callBack(given, neitherMine);
    expect((await fileOf(given)).may).toEqual({ upheld: false, rejected: false, neither: true });
    const proposed = await propose(given, 'neither');
    const listed = await world.call('GET /v1/approvals', { as: second });
    expect(bodyOf<{ approvals: unknown[] }>(listed).approvals).toMatchObject([
      { power: 'contest_ruling', about: { contestId: given.id, outcome: 'neither' } },
    ]);
    await callBack(given, own);
    const late = await confirm(world, approvalOf(proposed), second);
    expect(late.status).toBe(409);
    expect(await ratingOf(given)).toMatchObject({ contested: 'open' });
  });
});
