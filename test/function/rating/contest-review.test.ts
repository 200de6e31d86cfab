import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { confirmReply } from '../approval-calls.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import {
  bad,
  callBack,
  contest,
  fileOf,
  first,
  good,
  own,
  propose,
  ratedByOther,
  ratingOf,
  ruled,
  second,
} from './contest-world.ts';

describe('those who review a contest', () => {
  it('are outside: to the rated department, and without department, it does not exist', async () => {
    const given = await ratedByOther();
    await contest(given);
    const inside = { ...second, department: people.handler.department };
    const { department: _left, ...nowhere } = { department: '', ...second };
    const far = { ...second, area: '330603' };
    for (const as of [inside, nowhere, far]) {
      const path = { id: given.id };
      const shown = await given.world.call('GET /v1/contests/{id}', { as, path });
      expect(outcomeOf(shown)).toBe('404 contest_unknown');
      expect(outcomeOf(await callBack(given, own, as))).toBe('404 contest_unknown');
      expect(outcomeOf(await propose(given, 'rejected', as))).toBe('404 contest_unknown');
      const listed = await given.world.call('GET /v1/contests', { as });
      expect(bodyOf<{ contests: unknown[] }>(listed).contests).toEqual([]);
    }
    const mine = await given.world.call('GET /v1/contests', { as: first });
    expect(bodyOf<{ contests: unknown[] }>(mine).contests).toMatchObject([
      { id: given.id, state: 'open', callBacks: 0, dueAt: '2026-11-27T17:30:00.000+08:00' },
    ]);
  });

  it('are nobody who acted on its ticket', async () => {
    const given = await ratedByOther(bad);
    await contest(given, good);
    const { world, projectNo } = given;
    const urged = await world.call('POST /v1/tickets/{id}/actions', {
      as: people.supervisor,
      path: { id: `${projectNo}-1` },
      body: { type: 'urge', expectedVersion: 1 },
    });
    expect(urged.status).toBe(200);
    expect(outcomeOf(await callBack(given, own, people.supervisor))).toBe('404 contest_unknown');
    expect((await callBack(given, own, second)).status).toBe(200);
  });

  it('learn of it in no list and no inbox, when they are concerned', async () => {
    const given = await ratedByOther(bad);
    await contest(given, good);
    const { world, id } = given;
    await callBack(given, own);
    const proposed = await propose(given, 'upheld');
    const { approvalId } = bodyOf<{ approvalId: string }>(proposed);
    for (const notice of world.stores.notices.all()) {
      const sent = { ...notice, state: 'sent', version: notice.version + 1 } as const;
      await world.stores.notices.save(sent, []);
    }
    const told = async (as: Person) => {
      const list = await world.call('GET /v1/contests', { as });
      const inbox = await world.call('GET /v1/inbox', { as });
      const { notices } = bodyOf<{ notices: { contestId?: string; approvalId?: string }[] }>(inbox);
      return [
        bodyOf<{ contests: unknown[] }>(list).contests.length,
        notices.some(({ contestId }) => contestId === id),
        notices.some((notice) => notice.approvalId === approvalId),
      ];
    };
    expect(await told(second)).toEqual([1, true, true]);
    expect(await told({ ...second, id: 'W-001' })).toEqual([0, false, false]);
    const inside = { ...second, department: people.handler.department };
    expect(await told(inside)).toEqual([0, false, false]);
  });

  it('see both ratings with numbers of persons masked, and look at the number with a reason', async () => {
    const given = await ratedByOther();
    await contest(given, { ...bad, text: '请打13512345678', statement: '没有评价过' });
    const { world, id } = given;
    const unmasked = await world.call('POST /v1/contests/{id}/unmask', {
      as: first,
      path: { id },
      body: { reason: '评价异议回访申请人' },
    });
    expect(unmasked.status).toBe(200);
    expect(unmasked.body).toHaveProperty('mobile');
    const file = await fileOf(given);
    expect(file).toMatchObject({
      first: { level: good.level, ticketId: null },
      second: { level: bad.level, statement: '没有评价过' },
      looks: [{ by: first.id, reason: '评价异议回访申请人' }],
      may: { upheld: false, rejected: false, neither: false },
    });
    expect(file.second.text).not.toContain('13512345678');
    await ruled(given, 'upheld');
    const late = await world.call('POST /v1/contests/{id}/unmask', {
      as: first,
      path: { id },
      body: { reason: '评价异议回访申请人' },
    });
    expect(outcomeOf(late)).toBe('409 contest_ended');
  });

  it('call back before they rule, and uphold only what the applicant confirmed', async () => {
    const given = await ratedByOther();
    await contest(given);
    expect(outcomeOf(await propose(given, 'rejected'))).toBe('409 contest_not_called_back');
    expect(outcomeOf(await callBack(given, { outcome: 'reached' }))).toBe(
      '422 contest_answer_misplaced',
    );
    await callBack(given, { outcome: 'no_answer' });
    expect(outcomeOf(await propose(given, 'upheld'))).toBe('409 contest_answer_missing');
    await callBack(given, own);
    expect((await propose(given, 'upheld')).status).toBe(202);
  });

  it('are two persons, both outside, and rule on what was proposed', async () => {
    const given = await ratedByOther();
    const { world } = given;
    await contest(given);
    await callBack(given, own);
    const proposed = await propose(given, 'upheld');
    expect(outcomeOf(await confirmReply(world, proposed, first))).toBe('403 same_person');
    const inside = { ...second, department: people.handler.department };
    expect(outcomeOf(await confirmReply(world, proposed, inside))).toBe('404 approval_unknown');
    expect(outcomeOf(await confirmReply(world, proposed, people.secondAdmin))).toBe(
      '404 approval_unknown',
    );
    await callBack(given, { ...own, answer: 'unclear' });
    expect(outcomeOf(await confirmReply(world, proposed, second))).toBe('409 approval_superseded');
    expect(await ratingOf(given)).toMatchObject({ contested: 'open' });
  });
});

it('needs a role for every call of those who review', async () => {
  const world = newWorld();
  const reply = await world.call('GET /v1/contests', { as: people.handler });
  expect(outcomeOf(reply)).toBe('403 role_missing');
});
