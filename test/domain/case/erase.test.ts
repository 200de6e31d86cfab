import { describe, expect, it } from 'vitest';

import type { Case } from '../../../shared/domain/case/case.ts';
import { mayBeErased } from '../../../shared/domain/case/retention/early.ts';
import {
  eraseCase,
  eraseContest,
  eraseRating,
  eraseStep,
  hasNote,
  hasWords,
} from '../../../shared/domain/case/retention/erase.ts';
import { retentionOf } from '../../../shared/domain/case/retention/rules.ts';
import { settledAt } from '../../../shared/domain/case/retention/settled.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { erasedWords, eraseSealed } from '../../../shared/domain/text/erased.ts';
import { linkStep } from '../../../shared/domain/ticket/step/step.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { sha256 } from '../../../shared/rules.ts';
import { done } from '../figures/case-example.ts';
import { badRating, ticketIn } from '../ticket/ticket-fixture.ts';
import { at, day } from '../time/shanghai.ts';

const erasing = { day: day('2028-11-23'), digest: sha256 };
const erased = (sealed: string): string => eraseSealed(sealed, erasing.day, sha256);

const open: Contest = {
  projectNo: badRating.projectNo,
  serviceNumber: 1,
  number: 1,
  area: '330602',
  creditCode: badRating.creditCode,
  channel: 'sms',
  sender: 's2',
  fingerprint: 'f2',
  sealed: '1.contest',
  at: at('2026-11-20 09:30'),
  term: { amount: 5, unit: 'working_day' },
  state: 'open',
  callBacks: [
    { at: at('2026-11-20 10:00'), by: 'u1', outcome: 'no_answer' },
    {
      at: at('2026-11-20 11:00'),
      by: 'u1',
      outcome: 'reached',
      answer: 'contest_is_own',
      sealedNote: '1.call',
    },
  ],
  looks: [{ at: at('2026-11-20 09:50'), by: 'u1', sealedReason: '1.look' }],
  version: 4,
};
const ruled: Contest = {
  ...open,
  state: 'upheld',
  ruling: {
    outcome: 'upheld',
    by: 'u1',
    confirmedBy: 'u2',
    at: at('2026-12-24 10:00'),
    sealedReason: '1.ruling',
  },
};

describe('an erased contest', () => {
  it('keeps who called, looked and ruled, and why; what was said is gone', () => {
    const [unheard, heard] = ruled.callBacks;
    const next = eraseContest(ruled, erasing);
    expect(next).toEqual({
      ...ruled,
      sealed: erased('1.contest'),
      callBacks: [unheard, { ...heard, sealedNote: erased('1.call') }],
      looks: [{ ...ruled.looks[0], sealedReason: erased('1.look') }],
      version: 5,
    });
    expect(eraseContest(next ?? ruled, erasing)).toBeUndefined();
  });
});

describe('an erased case', () => {
  it('keeps that it was corrected, when and by whom, and not whom it named before', () => {
    const { matter, department, area, caseKind } = done;
    const applicant = { kind: 'person', maskedName: '张**', sealed: '1.before' } as const;
    const correction = { accessKey: 'AK1', at: at('2026-11-20 08:00') };
    const before = { matter, department, area, caseKind, applicant };
    const corrected = { ...done, corrections: [{ ...correction, reason: '张三姓名有误', before }] };
    expect(eraseCase(corrected, erasing)?.corrections).toEqual([
      {
        ...correction,
        reason: erasedWords,
        before: {
          ...before,
          applicant: { kind: 'person', maskedName: erasedWords, sealed: erased('1.before') },
        },
      },
    ]);
    expect(eraseCase(done, erasing)).not.toHaveProperty('corrections');
  });

  it('has no note where none was written', () => {
    const [entry] = done.timeline;
    const timeline: Case['timeline'] = [
      { ...entry!, step: { name: '复核' } },
      { ...entry!, step: { name: '复核', note: '联系张三' } },
      { ...entry!, result: { outcome: 'granted' } },
      { ...entry!, result: { outcome: 'granted', note: '张三已领取' } },
      entry!,
    ];
    expect(eraseCase({ ...done, timeline }, erasing)?.timeline).toStrictEqual([
      { ...entry, step: { name: '复核' } },
      { ...entry, step: { name: '复核', note: erasedWords } },
      { ...entry, result: { outcome: 'granted' } },
      { ...entry, result: { outcome: 'granted', note: erasedWords } },
      entry,
    ]);
  });
});

describe('words that are left to erase', () => {
  it.each([
    [undefined, false],
    ['1.words', true],
    [erased('1.words'), false],
  ])('are those of a rating with %s: %s', (sealedText, expected) => {
    const rating = { ...badRating, sealedText };
    expect(hasWords(rating)).toBe(expected);
    expect(eraseRating(rating, erasing) !== undefined).toBe(expected);
  });

  it.each([
    [undefined, false],
    ['1.note', true],
    [erased('1.note'), false],
  ])('are the note of a step with %s: %s', (sealedNote, expected) => {
    const event = {
      ticketId: 't-1',
      at: at('2026-11-20 10:00'),
      by: { role: 'staff', id: 'u1' },
      round: 1,
      type: 'urged',
      facts: { urges: 1 },
      sealedNote,
    } as const;
    const step = linkStep(undefined, event, sha256);
    expect(hasNote(step)).toBe(expected);
    expect(eraseStep(step, erasing)).toEqual(
      expected ? { ...step, sealedNote: erased('1.note') } : undefined,
    );
  });
});

describe('the period of a case', () => {
  it('is that of its policy, and two years where that states none', () => {
    expect(retentionOf({ retention: { caseYears: 4 } })).toEqual({ caseYears: 4 });
    expect(retentionOf({})).toEqual({ caseYears: 2 });
  });

  it('begins when its last ticket or contest ended, and not while one is open', () => {
    const closed = { ...ticketIn('closed'), voidedAt: at('2026-12-12 09:00') };
    const whole = { known: done, ratings: [badRating], tickets: [], contests: [] };
    expect(settledAt({ ...whole, tickets: [closed] })).toBe(at('2026-12-12 09:00'));
    expect(settledAt({ ...whole, tickets: [closed], contests: [ruled] })).toBe(ruled.ruling?.at);
    expect(settledAt({ ...whole, tickets: [closed, ticketIn('open')] })).toBeUndefined();
    expect(settledAt({ ...whole, tickets: [ticketIn('open')], contests: [ruled] })).toBeUndefined();
    expect(settledAt({ ...whole, contests: [ruled, open] })).toBeUndefined();
  });
});

describe('a text that was erased before any policy allows', () => {
  const closed = ticketIn('closed');

  it.each([
    ['a day less than a year after its ticket ended', '2027-11-19', false],
    ['a year after it', '2027-11-20', true],
  ])('is told from one that was erased in time: %s', (_what, text, expected) => {
    expect(mayBeErased(closed, civilDate(text)!)).toBe(expected);
  });

  it('is any text of an open ticket', () => {
    expect(mayBeErased(ticketIn('open'), civilDate('2099-01-01')!)).toBe(false);
  });
});
