import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { ContestOutcome } from '../../../shared/domain/rating/contest/contest-state.ts';
import { messageWorks } from '../../support/message-works.ts';
import {
  bad,
  contest,
  good,
  ratedByOther,
  ruled,
  stateOf,
  stranger,
} from '../rating/contest-world.ts';
import type { Contested } from '../rating/contest-world.ts';
import { bodyOf, people } from '../world.ts';

const worksOf = ({ world }: Contested) => messageWorks(world.stores, world.clock);

const receiptOf = async (given: Contested, reference: string): Promise<string> =>
  (await stateOf(given, reference)).receipt ?? 'none';

const contested = async (firstWords: object, secondWords: object, outcome: ContestOutcome) => {
  const given = await ratedByOther(firstWords);
  const { reference } = bodyOf<{ reference: string }>(await contest(given, secondWords));
  await ruled(given, outcome);
  return { ...given, reference, works: worksOf(given) };
};

describe('the ticket of a rating in the place of a contested one', () => {
  it('is told to the number of the case, with the receipt of that rating', async () => {
    const given = await contested(good, bad, 'upheld');
    const id = `${given.projectNo}-1g2`;
    await given.works.tell(id);
    await given.works.tell(id);
    const receipt = await receiptOf(given, given.reference);
    expect(given.works.taken).toMatchObject([
      { requestId: `receipt.${id}.1`, kind: 'receipt', values: { date: '11月23日17:30' } },
    ]);
    expect(given.works.taken[0]?.text).toMatch(new RegExp(`/receipt/${receipt}$`));
    expect(await given.works.find(`receipt.${id}.1`)).toMatchObject({ generation: 2 });
  });

  it('tells of its extension, as any other', async () => {
    const given = await contested(bad, { ...bad, text: '一直没办好' }, 'upheld');
    const id = `${given.projectNo}-1g2`;
    const acts = [
      [people.handler, { type: 'requestExtension', days: 5, note: '需现场勘验' }],
      [people.supervisor, { type: 'rule', claim: 'extension', grant: true, note: '同意' }],
    ] as const;
    for (const [index, [as, act]] of acts.entries()) {
      const body = { ...act, expectedVersion: index + 1 };
      const reply = await given.world.call('POST /v1/tickets/{id}/actions', {
        as,
        path: { id },
        body,
      });
      expect(reply.status).toBe(200);
    }
    await given.works.tell(id);
    expect(given.works.taken.map(({ kind }) => kind)).toEqual(['receipt', 'extended']);
    expect(given.works.taken[1]?.text).toContain('-2');
  });
});

describe('a contest that was received', () => {
  it('is told to the number of the case: what happens next, until when, and nothing of a rating', async () => {
    const given = await ratedByOther(bad);
    const { projectNo } = given;
    const { reference } = bodyOf<{ reference: string }>(await contest(given, good));
    const works = worksOf(given);
    await works.send(`contest_received.${projectNo}-1.1`);
    await works.send(`contest_received.${projectNo}-1.1`);
    expect(works.taken.map(({ text }) => text)).toEqual([
      `【示例市政务服务】“食品经营许可”的评价异议已收到，将电话回访您，11月27日17:30前作出结论，进展：https://pingjia.example.cn/r/-/contest/${reference}`,
    ]);
    const { dueAt } = await stateOf(given, reference);
    expect(dueAt).toBe('2026-11-27T17:30:00.000+08:00');
  });

  it('is not told once it is ruled on', async () => {
    const given = await contested(bad, good, 'rejected');
    await given.works.send(`contest_received.${given.projectNo}-1.1`);
    expect(given.works.taken).toEqual([]);
  });
});

describe('the ruling on a contest', () => {
  it.each([
    ['upheld', 'contest_upheld', '评价异议经复核成立'],
    ['rejected', 'contest_rejected', '评价异议经复核不成立，原评价有效'],
  ] as const)('is told to the number of the case: %s', async (outcome, kind, words) => {
    const given = await contested(bad, good, outcome);
    const upheld = outcome === 'upheld';
    const { works, projectNo, rated } = given;
    const id = `${kind}.${projectNo}-1${upheld ? 'g2' : ''}.1`;
    await works.send(id);
    await works.send(id);
    expect(works.taken).toMatchObject([{ requestId: id, kind }]);
    const first = bodyOf<{ receipt: string }>(rated).receipt;
    const receipt = upheld ? await receiptOf(given, given.reference) : first;
    expect(works.taken[0]?.text).toContain(words);
    expect(works.taken[0]?.text).toMatch(new RegExp(`/receipt/${receipt}$`));
  });

  it('that neither rating counts is told with the page of the contest, and no receipt', async () => {
    const given = await contested(bad, good, 'neither');
    const { works, projectNo, reference, world } = given;
    await works.send(`contest_neither.${projectNo}-1.1`);
    await works.send(`receipt_again.${projectNo}-1.20261120`);
    const address = `/r/-/contest/${reference}`;
    expect(works.taken.map(({ text }) => text)).toEqual([
      expect.stringMatching(new RegExp(`均非申请人作出，均不计入统计，.*${address}$`)),
    ]);
    const page = await world.call('GET /r/{token}/contest/{reference}', {
      path: { token: '-', reference },
    });
    expect(page.body).toContain('均非申请人作出，均不计入统计');
  });

  it('is told by the ticket of the second rating, where that opened one', async () => {
    const { works, projectNo } = await contested(good, bad, 'upheld');
    const id = `contest_upheld.${projectNo}-1g2.1`;
    await works.send(id);
    expect(works.taken).toEqual([]);
    expect(await works.find(id)).toMatchObject({ state: 'suppressed', reason: 'told_by_ticket' });
  });

  it('is not told while the rating is contested once more', async () => {
    const given = await contested(bad, good, 'rejected');
    given.world.clock.advance(1000);
    await contest(given, { ...good, clientRef: stranger });
    await given.works.send(`contest_rejected.${given.projectNo}-1.1`);
    expect(given.works.taken).toEqual([]);
  });

  it('makes the receipt that is sent again that of the rating that counts', async () => {
    const given = await contested(bad, good, 'upheld');
    await given.works.send(`receipt_again.${given.projectNo}-1.20261120`);
    const receipt = await receiptOf(given, given.reference);
    expect(given.works.taken[0]?.text).toMatch(new RegExp(`/receipt/${receipt}$`));
  });
});
