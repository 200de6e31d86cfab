import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { ContestState } from '../../../events/rating/contest.ts';
import { findChainBreak } from '../../../shared/domain/ticket/verify.ts';
import { sha256 } from '../../../shared/rules.ts';
import { approvalOf, confirm, confirmReply } from '../approval-calls.ts';
import { closeIt, newDesk } from '../ticket/desk.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
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

describe('a contest that is upheld', () => {
  it('voids a good first rating; the bad second one opens its ticket with clocks from the ruling', async () => {
    const given = await ratedByOther();
    const { world, projectNo } = given;
    const { reference } = bodyOf<ContestState>(await contest(given));
    world.clock.advance(3 * 24 * 60 * 60_000);
    expect((await ruled(given, 'upheld')).body).toMatchObject({
      state: 'done',
      result: { contestId: given.id, state: 'upheld' },
    });
    expect(await ratingOf(given)).toMatchObject({ level: good.level, contested: 'upheld' });
    const replaced = await ratingOf(given, 2);
    expect(replaced).toMatchObject({
      generation: 2,
      level: bad.level,
      receivedAt: world.clock.now(),
      heldSince: '2026-11-20T01:30:00.000Z',
      takenUp: { by: first.id, confirmedBy: second.id },
    });
    const ticket = await world.stores.tickets.find(`${projectNo}-1g2`);
    expect(ticket).toMatchObject({
      state: 'open',
      generation: 2,
      openedAt: world.clock.now(),
      clocks: { contact: { dueAt: '2026-11-24T09:30:00.000Z' } },
    });
    const state = await stateOf(given, reference);
    expect(state).toMatchObject({ state: 'upheld', receipt: expect.stringMatching(/-2$/) });
    const path = { receipt: state.receipt ?? '' };
    const shown = await world.call('GET /v1/receipts/{receipt}', { path });
    expect(shown.body).toMatchObject({ rating: { level: bad.level, text: bad.text } });
  });

  it('counts the second rating alone, and one contest', async () => {
    const given = await ratedByOther(bad);
    await contest(given, { level: 'satisfied' });
    expect(await countedOf(given)).toMatchObject({ rated: 1, bad: 1, 'contest:open': 1 });
    await ruled(given, 'upheld');
    const counts = await countedOf(given);
    expect(counts).toMatchObject({
      rated: 1,
      'rated:satisfied': 1,
      'contest:upheld': 1,
    });
    for (const slot of ['bad', 'rated:dissatisfied', 'state:dismissed', 'contest:open'] as const) {
      expect(counts[slot] ?? 0).toBe(0);
    }
  });

  it('dismisses the ticket of the first by an event of its own, and both chains are intact', async () => {
    const given = await ratedByOther(bad);
    const { world, projectNo } = given;
    await contest(given, { ...bad, level: 'very_dissatisfied', tags: [] });
    await ruled(given, 'upheld');
    const { ratings } = (await world.stores.ratings.ofCase(projectNo)) ?? { ratings: [] };
    for (const id of [`${projectNo}-1`, `${projectNo}-1g2`]) {
      const ticket = await world.stores.tickets.find(id);
      const steps = await world.stores.tickets.steps(id);
      if (ticket === undefined) throw new Error(`no ticket ${id}`);
      expect(findChainBreak({ ticket, steps, ratings }, sha256)).toBeUndefined();
    }
    const steps = await world.stores.tickets.steps(`${projectNo}-1`);
    expect(steps.at(-1)).toMatchObject({
      type: 'voided',
      to: 'dismissed',
      facts: { contest: given.id, proposedBy: first.id, confirmedBy: second.id },
    });
    const shown = await world.call('GET /v1/tickets/{id}', {
      as: people.supervisor,
      path: { id: `${projectNo}-1g2` },
    });
    expect(shown.body).toMatchObject({ words: bad.text, audit: { intact: true } });
  });

  it('answers its sender like any rater, and the first one as before', async () => {
    const given = await ratedByOther(bad);
    const { world, token, otherLink, rated } = given;
    const { reference } = bodyOf<ContestState>(await contest(given));
    await ruled(given, 'upheld');
    const { receipt } = await stateOf(given, reference);
    const again = await world.call('POST /v1/ratings', { body: { token, ...bad } });
    expect(again.body).toMatchObject({ receipt, repeated: true });
    const other = await world.call('POST /v1/ratings', { body: { token: otherLink, ...bad } });
    expect(other.body).toMatchObject({ receipt: bodyOf<{ receipt: string }>(rated).receipt });
    const followed = await world.call('GET /v1/receipts/{receipt}', {
      path: { receipt: bodyOf<{ receipt: string }>(rated).receipt },
    });
    expect(followed.body).toMatchObject({ voidedAt: '2026-11-20T09:30:00.000+08:00' });
    expect(followed.body).toMatchObject({ ticket: { state: 'dismissed', may: { append: null } } });
    const append = await world.call('POST /v1/receipts/{receipt}/append', {
      path: { receipt: bodyOf<{ receipt: string }>(rated).receipt },
      body: { level: 'satisfied' },
    });
    expect(outcomeOf(append)).toBe('409 append_closed');
  });

  it('is the last one: a further contest is pointed to the hotline', async () => {
    const given = await ratedByOther();
    await contest(given);
    await ruled(given, 'upheld');
    const more = await contest(given, { ...good, clientRef: stranger });
    expect(outcomeOf(more)).toBe('409 contest_closed');
  });

  it('voids the follow-up of the first, also of a closed ticket', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    const { world, receipt, id } = desk;
    const appended = await world.call('POST /v1/receipts/{receipt}/append', {
      path: { receipt },
      body: { level: 'satisfied' },
    });
    expect(appended.status).toBe(201);
    const projectNo = id.slice(0, -2);
    const key = await world.integrator(['portal']);
    const token = await world.token(key, projectNo, 'portal');
    const given = {
      ...(await ratedByOther()),
      world,
      token,
      projectNo,
      id: `${id}c1`,
      contact: { projectNo, serviceNumber: 1 },
    };
    expect((await contest(given, good)).status).toBe(202);
    await callBack(given, own, { ...first, id: 'u-outside-1' });
    const proposed = await propose(given, 'upheld', { ...first, id: 'u-outside-1' });
    expect((await confirmReply(world, proposed, { ...second, id: 'u-outside-2' })).status).toBe(
      200,
    );
    expect(await world.stores.tickets.find(id)).toMatchObject({ state: 'dismissed' });
    const followUp = await world.stores.ratings.find({ ...given.contact, assessNumber: 2 });
    expect(followUp).toMatchObject({ contested: 'upheld' });
    expect(await countedOf(given)).toMatchObject({ rated: 1, 'rated:very_satisfied': 1 });
    expect((await countedOf(given)).follow_up ?? 0).toBe(0);
  });

  it('is done once, however often it is confirmed', async () => {
    const given = await ratedByOther(bad);
    const { world, projectNo } = given;
    await contest(given);
    await callBack(given, own);
    const proposed = await propose(given, 'upheld');
    const replies = await Promise.all([
      confirmReply(world, proposed, second),
      confirmReply(world, proposed, second),
    ]);
    expect(replies.map(({ status }) => status).filter((status) => status === 200)).not.toEqual([]);
    expect((await confirm(world, approvalOf(proposed), second)).status).toBe(200);
    const steps = await world.stores.tickets.steps(`${projectNo}-1`);
    expect(steps.filter(({ type }) => type === 'voided')).toHaveLength(1);
    expect(await world.stores.tickets.steps(`${projectNo}-1g2`)).toHaveLength(1);
  });
});

describe('a contest that is rejected', () => {
  it('leaves everything as it is, and tells who contested', async () => {
    const given = await ratedByOther(bad);
    const { world, projectNo } = given;
    const { reference } = bodyOf<ContestState>(await contest(given, good));
    await ruled(given, 'rejected');
    expect(await stateOf(given, reference)).toMatchObject({
      state: 'rejected',
      decidedAt: '2026-11-20T09:30:00.000+08:00',
    });
    expect(await ratingOf(given)).toMatchObject({ contested: 'rejected' });
    expect(await ratingOf(given, 2)).toBeUndefined();
    expect(await world.stores.tickets.find(`${projectNo}-1`)).toMatchObject({ state: 'open' });
    expect(await countedOf(given)).toMatchObject({ rated: 1, bad: 1, 'contest:rejected': 1 });
    expect((await fileOf(given)).ruling).toMatchObject({
      outcome: 'rejected',
      by: first.id,
      confirmedBy: second.id,
      reason: '申请人回访确认',
    });
    const ended = await world.call('GET /v1/contests', { as: first, query: { state: 'ended' } });
    expect(bodyOf<{ contests: unknown[] }>(ended).contests).toMatchObject([{ id: given.id }]);
  });

  it('may be contested again by another, three times in all', async () => {
    const given = await ratedByOther();
    for (const number of [1, 2, 3]) {
      const clientRef = `page-of-contest-${number}`;
      expect((await contest(given, { ...bad, clientRef })).status).toBe(202);
      given.world.clock.advance(1000);
      await ruled({ ...given, id: `${given.projectNo}-1c${number}` }, 'rejected');
      given.world.clock.advance(1000);
    }
    const fourth = await contest(given, { ...bad, clientRef: 'page-of-contest-4' });
    expect(outcomeOf(fourth)).toBe('409 contest_closed');
    const { world, token } = given;
    const view = await world.call('GET /v1/invitations/{token}', { path: { token } });
    expect(view.body).toMatchObject({ rated: true, contest: null });
    const page = await world.call('GET /r/{token}', { path: { token } });
    expect(page.body).toContain('不再受理新的异议。如仍有疑问，请拨打12345。');
    expect(page.body).not.toContain('<form class="rate"');
  });
});
