import { describe, expect, it } from 'vitest';

import { periodRow } from '../../../shared/domain/period/document.ts';
import {
  applyAnswer,
  decideBuild,
  decideSubmit,
  editionStates,
} from '../../../shared/domain/period/edition.ts';
import type { DraftEdition, SubmittedEdition } from '../../../shared/domain/period/edition.ts';
import { channels } from '../../../shared/domain/rating/channel.ts';
import { defaultScores, levels } from '../../../shared/domain/rating/level.ts';
import { Month } from '../../../shared/domain/time/month.ts';
import { at } from '../../fake/clock.ts';

const built = at('2026-12-01T09:00:00+08:00');
const later = at('2026-12-02T09:00:00+08:00');
const period = Month.parse('2026-11');
const content = {
  scores: defaultScores,
  city: { ...periodRow({ rated: 1 }, defaultScores), areaCode: '330600' },
  areas: [],
  departments: [],
};
const order = {
  period,
  content,
  figuresUntil: undefined,
  by: 'u-builder',
  at: built,
  digest: (text: string) => `digest of ${text.length}`,
};

const draft: DraftEdition = {
  state: 'draft',
  period,
  number: 1,
  digest: 'd',
  builtBy: 'u-builder',
  builtAt: built,
  version: 4,
};
const sent: SubmittedEdition = {
  ...draft,
  state: 'submitted',
  submittedBy: 'u-second',
  submittedAt: later,
  attempts: 0,
  version: 5,
};

describe('an edition', () => {
  it('is built with the number and time of its order, and the digest of its text', () => {
    const decision = decideBuild(undefined, order);
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision).toEqual({
      ok: true,
      changed: true,
      text: decision.text,
      edition: {
        ...draft,
        digest: `digest of ${decision.text.length}`,
        version: 1,
      },
    });
    expect(JSON.parse(decision.text)).toMatchObject({ figuresUntil: null, edition: 1, period });
    expect(decision.text).toContain('not an official format');
  });

  it('is submitted by the person and at the moment of the order', () => {
    expect(decideSubmit(draft, { by: 'u-second', at: later })).toEqual({
      ok: true,
      changed: true,
      edition: sent,
    });
  });

  it('has one of four states', () => {
    expect(editionStates).toEqual(['draft', 'submitted', 'accepted', 'change_requested']);
  });
});

describe('the answer of the center', () => {
  const base = { ...sent, attempts: 1, version: 6 };

  it('that never came leaves the edition submitted, with the reason', () => {
    const silence = { state: 'unclear', why: 'no_answer', message: 'x' } as const;
    expect(applyAnswer(sent, silence, { verdict: {}, at: later })).toEqual({
      ...base,
      unclear: { why: 'no_answer', at: later },
    });
  });

  it.each([
    [
      'as it says',
      { state: 'change_requested', reason: '不符' } as const,
      'change_requested',
      '不符',
    ],
    ['by its code alone', {}, 'accepted', undefined],
  ])('that accepts the call decides %s', (_what, verdict, state, reason) => {
    const answer = { state: 'accepted', code: '0000', message: '成功', receiptNo: 'R1' } as const;
    expect(applyAnswer(sent, answer, { verdict, at: later })).toEqual({
      ...base,
      state,
      receipt: { code: '0000', message: '成功', receiptNo: 'R1', reason, at: later },
    });
  });

  it.each([
    [{ reason: '办件数不符' }, '办件数不符'],
    [{}, '报文有误'],
  ])('that refuses %j asks for a change: %s', (verdict, reason) => {
    const answer = { state: 'rejected', code: '1004', message: '报文有误' } as const;
    expect(applyAnswer(sent, answer, { verdict, at: later })).toEqual({
      ...base,
      state: 'change_requested',
      receipt: { code: '1004', message: '报文有误', reason, at: later },
    });
  });
});

const zeros = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));

describe('a row', () => {
  it('has nothing but zeros where nothing was counted', () => {
    expect(periodRow({}, defaultScores)).toEqual({
      cases: 0,
      ratings: 0,
      activeRatings: 0,
      levels: zeros(levels),
      channels: zeros(channels),
      badRatings: 0,
      invalidBadRatings: 0,
      contacted: 0,
      toRectify: 0,
      rectified: 0,
      rectifiedInTime: 0,
      closed: 0,
      appeals: 0,
      appealsGranted: 0,
      followUps: 0,
      averageScore: { numerator: 0, denominator: 0, value: null },
    });
  });

  it('counts the ratings by level', () => {
    const counts = { 'rated:satisfied': 3, 'rated:dissatisfied': 2 };
    expect(periodRow(counts, defaultScores).levels).toMatchObject({
      satisfied: 3,
      dissatisfied: 2,
      very_satisfied: 0,
    });
  });
});
