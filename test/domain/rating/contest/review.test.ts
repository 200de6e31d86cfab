import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ContestState } from '../../../../shared/domain/rating/contest/contest-state.ts';
import {
  contestOutcomes,
  contestStates,
  isVoided,
} from '../../../../shared/domain/rating/contest/contest-state.ts';
import {
  callBackAnswers,
  contestIdOf,
  contestKeyOf,
  isContestClosed,
  mostContestsOfLink,
} from '../../../../shared/domain/rating/contest/contest.ts';
import type { CallBack, Contest } from '../../../../shared/domain/rating/contest/contest.ts';
import {
  isRuledBy,
  recordCallBack,
  recordLook,
  ruleOnContest,
  rulingRefusal,
} from '../../../../shared/domain/rating/contest/review.ts';
import { contactOutcomes } from '../../../../shared/domain/ticket/terms.ts';
import { at } from '../../time/shanghai.ts';
import { contest } from './contest-fixture.ts';

const signed = { by: 'u1', confirmedBy: 'u2', at: at('2026-11-24 10:00') };
const ruling = { ...signed, outcome: 'upheld', sealedReason: 'sealed:2' } as const;

const callBack: fc.Arbitrary<CallBack> = fc.record({
  at: fc.constant(signed.at),
  by: fc.constantFrom('u1', 'u3'),
  outcome: fc.constantFrom(...contactOutcomes),
  answer: fc.option(fc.constantFrom(...callBackAnswers), { nil: undefined }),
});

const afterAll = (calls: readonly CallBack[]): Contest => {
  let now = contest;
  for (const call of calls) {
    const decided = recordCallBack(now, call);
    if (decided.ok) now = decided.next;
  }
  return now;
};

describe('the review of a contest', () => {
  it('takes an answer from exactly those who were reached', () => {
    fc.assert(
      fc.property(callBack, (call) => {
        const recorded = recordCallBack(contest, call);
        const isFitting = (call.outcome === 'reached') === (call.answer !== undefined);
        expect(recorded.ok ? undefined : recorded.reason).toBe(
          isFitting ? undefined : 'contest_answer_misplaced',
        );
      }),
    );
  });

  it.each([
    ['upheld', 'contest_is_own'],
    ['neither', 'neither'],
  ] as const)('is ruled %s only if the applicant last answered %s', (outcome, answer) => {
    fc.assert(
      fc.property(fc.array(callBack, { maxLength: 6 }), (calls) => {
        const called = afterAll(calls);
        const answers = called.callBacks.flatMap(({ answer: given }) => given ?? []);
        const ruled = ruleOnContest(called, { ...ruling, outcome });
        expect(ruled.ok).toBe(answers.at(-1) === answer);
        const next = ruled.ok ? ruled.next : undefined;
        expect(next?.state).toBe(ruled.ok ? outcome : undefined);
        expect(next?.ruling).toEqual(ruled.ok ? { ...ruling, outcome } : undefined);
      }),
    );
  });

  it('is rejected after an attempt, unless the applicant said last that it is not theirs', () => {
    fc.assert(
      fc.property(fc.array(callBack, { maxLength: 4 }), (calls) => {
        const called = afterAll(calls);
        const answers = called.callBacks.flatMap(({ answer }) => (answer ? [answer] : []));
        const saysOther = ['contest_is_own', 'neither'].includes(answers.at(-1) ?? '');
        const ruled = ruleOnContest(called, { ...ruling, outcome: 'rejected' });
        expect(ruled.ok).toBe(called.callBacks.length > 0 && !saysOther);
        expect(ruled.ok && ruled.next.state).toBe(ruled.ok && 'rejected');
      }),
    );
  });

  it('ends with a ruling: nothing is recorded after it, and its version rises by one', () => {
    fc.assert(
      fc.property(callBack, fc.constantFrom(...contestOutcomes), (call, outcome) => {
        const answer = (
          { upheld: 'contest_is_own', neither: 'neither', rejected: 'first_is_own' } as const
        )[outcome];
        const called = afterAll([{ ...signed, outcome: 'reached', answer }]);
        const ruled = ruleOnContest(called, { ...ruling, outcome });
        if (!ruled.ok) throw new Error(ruled.reason);
        const { next } = ruled;
        expect(next.version).toBe(called.version + 1);
        expect(rulingRefusal(next, outcome)).toBe('contest_ended');
        const answered = { ...call, outcome: 'reached', answer: 'unclear' } as const;
        const look = { at: signed.at, by: 'u1', sealedReason: 'x' };
        const refused = { ok: false, reason: 'contest_ended' };
        expect(recordCallBack(next, answered)).toEqual(refused);
        expect(recordLook(next, look)).toEqual(refused);
        expect(ruleOnContest(next, ruling)).toEqual(refused);
        expect(isRuledBy(next, signed)).toBe(true);
        for (const other of [{ by: 'u9' }, { confirmedBy: 'u9' }, { at: contest.at }]) {
          expect(isRuledBy(next, { ...signed, ...other })).toBe(false);
        }
      }),
    );
  });

  it('names why nobody can rule yet', () => {
    expect(rulingRefusal(contest, 'upheld')).toBe('contest_not_called_back');
    expect(isRuledBy(contest, signed)).toBe(false);
    const tried = afterAll([{ ...signed, outcome: 'no_answer' }]);
    expect(rulingRefusal(tried, 'upheld')).toBe('contest_answer_missing');
    expect(rulingRefusal(tried, 'neither')).toBe('contest_answer_missing');
    expect(rulingRefusal(tried, 'rejected')).toBeUndefined();
  });

  it('closes a contact once the first rating is void, or after the third contest', () => {
    const closed = contestOutcomes.filter((state) => isContestClosed([{ state }]));
    expect(closed).toEqual(['upheld', 'neither']);
    const rejected = { state: 'rejected' } as const;
    expect(isContestClosed([rejected, rejected])).toBe(false);
    expect(isContestClosed([rejected, rejected, rejected])).toBe(true);
    expect(isContestClosed([rejected, rejected, { state: 'open' }])).toBe(false);
    expect(contestStates.filter((state) => isVoided(state))).toEqual(['upheld', 'neither']);
    expect(isVoided(undefined)).toBe(false);
  });

  it('records a look', () => {
    const look = { at: signed.at, by: 'u1', sealedReason: 'x' };
    expect(recordLook(contest, look)).toEqual({
      ok: true,
      next: { ...contest, looks: [look], version: 2 },
    });
  });

  it('has an id that leads back to its key', () => {
    const { projectNo, serviceNumber, number } = contest;
    expect(contestIdOf(contest)).toBe(`${projectNo}-1c1`);
    expect(contestKeyOf(`${projectNo}-1c1`)).toEqual({ projectNo, serviceNumber, number });
    const other = { projectNo, serviceNumber: 12, number: 3 };
    expect(contestKeyOf(contestIdOf(other))).toEqual(other);
    for (const part of ['', '-1', '-1c0', '-1c10', '-1c1x', '-100c1']) {
      expect(contestKeyOf(projectNo + part)).toBeUndefined();
    }
    expect(contestKeyOf(`x${projectNo}-1c1`)).toBeUndefined();
  });
});

describe('the contests of one contact', () => {
  it.each<[string, readonly ContestState[], boolean]>([
    ['before the first', [], false],
    ['while one is open', ['open'], false],
    ['after one that was rejected', ['rejected'], false],
    ['after two that were rejected', ['rejected', 'rejected'], false],
    ['after three that were rejected', ['rejected', 'rejected', 'rejected'], true],
    ['while the third is open', ['rejected', 'rejected', 'open'], false],
    ['after the first that is upheld', ['upheld'], true],
    ['after one that was upheld later', ['rejected', 'upheld'], true],
  ])('%s are closed: %#', (_when, states, closed) => {
    expect(isContestClosed(states.map((state) => ({ state })))).toBe(closed);
  });

  it('are open, upheld, rejected or neither, and come from five senders of one link at most', () => {
    expect(contestStates).toEqual(['open', 'upheld', 'rejected', 'neither']);
    expect(mostContestsOfLink).toBe(5);
  });

  it('are answered by one who was called back in one of four ways', () => {
    expect(callBackAnswers).toEqual(['contest_is_own', 'first_is_own', 'neither', 'unclear']);
  });
});
