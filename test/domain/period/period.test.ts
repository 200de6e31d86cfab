import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { periodRow, reconstructionNote } from '../../../shared/domain/period/document.ts';
import type { PeriodContent } from '../../../shared/domain/period/document.ts';
import { applyAnswer, decideBuild, decideSubmit } from '../../../shared/domain/period/edition.ts';
import type {
  BuildDecision,
  KeptEdition,
  PeriodEdition,
  SubmittedEdition,
} from '../../../shared/domain/period/edition.ts';
import { isOver } from '../../../shared/domain/period/period.ts';
import { levels } from '../../../shared/domain/rating/level.ts';
import { defaultScores } from '../../../shared/domain/rating/level.ts';
import { canonicalJson } from '../../../shared/domain/text/canonical-json.ts';
import { Month } from '../../../shared/domain/time/month.ts';
import { sha256 } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';

const november = Month.parse('2026-11');
const december1 = at('2026-12-01T08:01:00+08:00');

const contentOf = (bad: number): PeriodContent => {
  const counts = { finished: 9, contacts: 9, rated: 4, bad, 'rated:satisfied': 4 - bad } as const;
  const row = periodRow({ ...counts, 'rated:dissatisfied': bad }, defaultScores);
  const areaCode = '330602';
  return {
    scores: defaultScores,
    city: { ...row, areaCode: '330600' },
    areas: [{ ...row, areaCode }],
    departments: [{ ...row, areaCode, deptCode: '11330600MB1A2B3C49' }],
  };
};

const order = (more: { bad?: number; by?: string; at?: string } = {}) => ({
  period: november,
  content: contentOf(more.bad ?? 1),
  figuresUntil: at('2026-11-30T23:00:00+08:00'),
  by: more.by ?? 'u-builder',
  at: more.at === undefined ? december1 : at(more.at),
  digest: sha256,
});

const kept = (decision: BuildDecision): KeptEdition => {
  if (!decision.ok) throw new Error(decision.reason);
  return decision;
};

const submitted = (edition: PeriodEdition): SubmittedEdition => {
  const decision = decideSubmit(edition, { by: 'u-second', at: december1 });
  if (!decision.ok || decision.edition.state !== 'submitted') throw new Error('not submitted');
  return decision.edition;
};

const ok = { state: 'accepted', code: '0000', message: '' } as const;

describe('a month', () => {
  it.each([
    ['2026-11', '2026-12-01T00:00:00+08:00', true],
    ['2026-11', '2026-11-30T23:59:59.999+08:00', false],
    // 07:59 and 08:01 in Shanghai are on two different days in UTC.
    ['2026-11', '2026-12-01T07:59:00+08:00', true],
    ['2026-12', '2027-01-01T07:59:00+08:00', true],
    ['2026-12', '2026-12-31T08:01:00+08:00', false],
    ['2028-02', '2028-02-29T23:59:00+08:00', false],
    ['2028-02', '2028-03-01T00:00:00+08:00', true],
  ])('%s is over at %s: %s', (month, moment, over) => {
    expect(isOver(Month.parse(month), at(moment))).toBe(over);
  });
});

describe('the text of a document', () => {
  it('does not depend on the order of members, nor loses one', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, noUnicodeString: false }), (value) => {
        const shuffled = JSON.parse(JSON.stringify(value), (_name, part: unknown) =>
          part !== null && typeof part === 'object' && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).toReversed())
            : part,
        ) as unknown;
        expect(canonicalJson(shuffled)).toBe(canonicalJson(JSON.parse(JSON.stringify(value))));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what JSON would leave out', () => {
    for (const value of [undefined, NaN, Infinity, { a: undefined }, [undefined], () => 1]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });

  it('is the one of RFC 8785 in the order of code units', () => {
    const value = { '\u20ac': 1, '\r': [2.5, 1e21, 'é"'], '\ud83d\ude00': null, 1: true };
    expect(canonicalJson(value)).toBe(
      '{"\\r":[2.5,1e+21,"é\\""],"1":true,"\u20ac":1,"\ud83d\ude00":null}',
    );
  });

  it('says what it is, in digits of no code table', () => {
    const { text, edition } = kept(decideBuild(undefined, order()));
    const read = JSON.parse(text) as Record<string, unknown>;
    expect(read).toMatchObject({
      format: 'haochaping-period-1',
      note: reconstructionNote,
      period: '2026-11',
      edition: 1,
      generatedAt: december1,
      figuresUntil: '2026-11-30T15:00:00.000Z',
      departments: [{ deptCode: '11330600MB1A2B3C49', badRatings: 1, toRectify: 1 }],
    });
    expect(Object.keys((read['city'] as { levels: object }).levels).toSorted()).toEqual(
      [...levels].toSorted(),
    );
    expect(edition.digest).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });
});

describe('a row', () => {
  it('takes every column from its slots', () => {
    const counts = {
      finished: 20,
      rated: 10,
      default_received: 3,
      'rated:very_satisfied': 6,
      'rated:dissatisfied': 4,
      'rated_by:qr': 10,
      bad: 4,
      'state:dismissed': 1,
      'state:closed': 2,
      'contact:on_time': 2,
      'contact:late': 1,
      'contact:missed': 1,
      'rectify:on_time': 2,
      'rectify:late': 1,
      'claim:invalid': 2,
      'granted:invalid': 1,
      follow_up: 1,
    } as const;
    expect(periodRow(counts, defaultScores)).toMatchObject({
      cases: 20,
      ratings: 13,
      activeRatings: 10,
      channels: { qr: 10, paper: 0 },
      badRatings: 4,
      invalidBadRatings: 1,
      contacted: 3,
      toRectify: 3,
      rectified: 3,
      rectifiedInTime: 2,
      closed: 2,
      appeals: 2,
      appealsGranted: 1,
      followUps: 1,
      averageScore: { numerator: 72, denominator: 10, value: 7.2 },
    });
  });
});

describe('building', () => {
  it('waits until the month is over', () => {
    const early = order({ at: '2026-11-30T23:59:59+08:00' });
    expect(decideBuild(undefined, early)).toEqual({ ok: false, reason: 'period_not_over' });
  });

  it('leaves the same numbers as they are, to the byte, whoever asks and whenever', () => {
    const first = kept(decideBuild(undefined, order()));
    const later = decideBuild(first, order({ by: 'u-other', at: '2026-12-05T09:00:00+08:00' }));
    expect(later).toEqual({ ...first, changed: false });
  });

  it('puts changed numbers in the place of the draft', () => {
    const first = kept(decideBuild(undefined, order()));
    const next = decideBuild(first, order({ bad: 2, by: 'u-other' }));
    expect(next).toMatchObject({ changed: true, edition: { number: 1, version: 2 } });
    expect(kept(next).edition.digest).not.toBe(first.edition.digest);
    expect(kept(next).edition.builtBy).toBe('u-other');
  });

  it.each(['submitted', 'accepted'])('never touches what is %s', (state) => {
    const { edition, text } = kept(decideBuild(undefined, order()));
    const sent = submitted(edition);
    const stands =
      state === 'submitted' ? sent : applyAnswer(sent, ok, { verdict: {}, at: december1 });
    expect(stands.state).toBe(state);
    expect(decideBuild({ edition: stands, text }, order({ bad: 2 }))).toEqual({
      ok: false,
      reason: 'period_submitted',
    });
  });

  it('begins the next edition after a requested change, even of the same numbers', () => {
    const { edition, text } = kept(decideBuild(undefined, order()));
    const verdict = { state: 'change_requested', reason: '办件数不符' } as const;
    const asked = applyAnswer(submitted(edition), ok, { verdict, at: december1 });
    expect(asked).toMatchObject({ state: 'change_requested', receipt: { reason: '办件数不符' } });
    const next = decideBuild({ edition: asked, text }, order());
    expect(next).toMatchObject({ edition: { number: 2, state: 'draft', version: 1 } });
    expect(kept(next).text).not.toBe(text);
  });
});

describe('submitting', () => {
  const { edition } = kept(decideBuild(undefined, order()));

  it('takes a second person, who looked at this very draft', () => {
    const at = december1;
    for (const by of ['u-builder', 'U-Builder', 'ｕ-builder']) {
      expect(decideSubmit(edition, { by, at })).toEqual({ ok: false, reason: 'same_person' });
    }
    expect(decideSubmit(edition, { by: 'u-second', digest: 'other', at })).toEqual({
      ok: false,
      reason: 'draft_differs',
    });
    const { digest } = edition;
    expect(decideSubmit(edition, { by: 'u-second', digest, at })).toMatchObject({
      changed: true,
      edition: { state: 'submitted', submittedBy: 'u-second', attempts: 0, digest },
    });
  });

  it('again changes nothing', () => {
    const sent = submitted(edition);
    for (const by of ['u-builder', 'u-third']) {
      expect(decideSubmit(sent, { by, at: december1 })).toEqual({
        ok: true,
        changed: false,
        edition: sent,
      });
    }
  });

  it('stays submitted while nothing is known, and takes a duplicate as acceptance', () => {
    const sent = submitted(edition);
    const silence = { state: 'unclear', why: 'no_answer', message: '' } as const;
    const waiting = applyAnswer(sent, silence, { verdict: {}, at: december1 });
    expect(waiting).toMatchObject({
      state: 'submitted',
      attempts: 1,
      unclear: { why: 'no_answer' },
    });
    const duplicate = { ...ok, state: 'duplicate', code: '0001' } as const;
    const taken = applyAnswer(waiting as SubmittedEdition, duplicate, {
      verdict: {},
      at: december1,
    });
    expect(taken).toMatchObject({ state: 'accepted', attempts: 2, receipt: { code: '0001' } });
    expect(taken).not.toHaveProperty('unclear');
    expect([waiting.digest, taken.digest]).toEqual([edition.digest, edition.digest]);
  });

  it('reads a refusal as a request to change it, in the words of the center', () => {
    const refused = { state: 'rejected', code: '1004', message: 'period' } as const;
    const asked = applyAnswer(submitted(edition), refused, { verdict: {}, at: december1 });
    expect(asked).toMatchObject({
      state: 'change_requested',
      receipt: { code: '1004', reason: 'period' },
    });
    expect(decideSubmit(asked, { by: 'u-second', at: december1 })).toEqual({
      ok: false,
      reason: 'change_requested',
    });
  });
});
