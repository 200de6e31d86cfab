import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldCaseEvent } from '../../../shared/domain/case/event.ts';
import {
  eraseCase,
  eraseRating,
  eraseStep,
  isErasedCase,
} from '../../../shared/domain/case/retention/erase.ts';
import {
  defaultRetention,
  PolicyRetention,
  yearsBefore,
} from '../../../shared/domain/case/retention/rules.ts';
import { settledAt } from '../../../shared/domain/case/retention/settled.ts';
import { deltasOf } from '../../../shared/domain/figures/contribution.ts';
import {
  erasedOn,
  erasedWords,
  eraseSealed,
  isErased,
} from '../../../shared/domain/text/erased.ts';
import { civilDate, civilDateOf } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { sha256 } from '../../../shared/rules.ts';
import { done } from '../figures/case-example.ts';
import { badRating } from '../ticket/ticket-fixture.ts';
import { at } from '../time/shanghai.ts';

const day = (text: string): CivilDate => {
  const found = civilDate(text);
  if (found === undefined) throw new Error(`no day: ${text}`);
  return found;
};

const erasing = { day: day('2028-11-23'), digest: sha256 };

describe('an erased text', () => {
  it('names its day and its digest, and is erased once', () => {
    fc.assert(
      fc.property(fc.string(), (plain) => {
        const sealed = `1.${plain}`;
        const erased = eraseSealed(sealed, erasing.day, sha256);
        expect([isErased(sealed), isErased(erased)]).toEqual([false, true]);
        expect(erased).toBe(`erased:2028-11-23:${sha256(sealed)}`);
        expect(erasedOn(erased)).toBe('2028-11-23');
        expect(eraseSealed(erased, day('2030-01-01'), sha256)).toBe(erased);
      }),
    );
  });
});

describe('the period', () => {
  it.each([
    ['2028-11-23', 2, '2026-11-23'],
    ['2028-02-29', 2, '2026-02-28'],
    ['2028-02-29', 4, '2024-02-29'],
  ])('%s, %i years before, is %s', (from, years, expected) => {
    expect(yearsBefore(day(from), years)).toBe(expected);
  });

  it.each([
    [0, false],
    [1, true],
    [5, true],
    [6, false],
    [1.5, false],
  ])('of %d years is plausible: %s', (caseYears, expected) => {
    expect(PolicyRetention.safeParse({ caseYears }).success).toBe(expected);
  });

  it('is two years by default', () => {
    expect(defaultRetention).toEqual({ caseYears: 2 });
  });

  it('begins with the last that happened to a case', () => {
    const ratings = [{ ...badRating, receivedAt: at('2026-11-25 10:00') }];
    expect(settledAt({ known: done, ratings: [], tickets: [], contests: [] })).toBe(
      done.timeline.at(-1)?.at,
    );
    expect(settledAt({ known: done, ratings, tickets: [], contests: [] })).toBe(
      at('2026-11-25 10:00'),
    );
    const [first, ...others] = done.timeline;
    const late = { ...first!, receivedAt: at('2027-03-01 10:00') };
    const reported = { ...done, timeline: [late, ...others] };
    expect(settledAt({ known: reported, ratings, tickets: [], contests: [] })).toBe(
      at('2027-03-01 10:00'),
    );
  });

  it('does not begin while a case is neither finished nor rated', () => {
    const running = { ...done, timeline: done.timeline.filter(({ type }) => type !== 'finished') };
    expect(settledAt({ known: running, ratings: [], tickets: [], contests: [] })).toBeUndefined();
    expect(settledAt({ known: running, ratings: [badRating], tickets: [], contests: [] })).toBe(
      [badRating.receivedAt, ...running.timeline.map(({ at: moment }) => moment)].toSorted().at(-1),
    );
  });
});

const step = { name: '复核', note: '联系申请人张三' };
const noted = {
  ...done,
  timeline: done.timeline.map((entry) =>
    entry.type === 'finished'
      ? { ...entry, result: { outcome: 'granted' as const, note: '张三已领取' } }
      : { ...entry, step },
  ),
};

describe('an erased case', () => {
  it('keeps what is counted, and nothing of who applied', () => {
    const erased = eraseCase(noted, erasing);
    if (erased === undefined) throw new Error('nothing was erased');
    expect(isErasedCase(erased)).toBe(true);
    expect(erased.applicant).toEqual({
      kind: noted.applicant.kind,
      maskedName: erasedWords,
      sealed: eraseSealed(noted.applicant.sealed, erasing.day, sha256),
    });
    expect(JSON.stringify(erased)).not.toContain('张三');
    expect(deltasOf({ kind: 'case', of: noted }, { kind: 'case', of: erased })).toEqual([]);
    expect(erased.version).toBe(noted.version + 1);
    expect(eraseCase(erased, erasing)).toBeUndefined();
  });

  it('takes in events as before, and none of them brings the applicant back', () => {
    const erased = eraseCase(noted, erasing) ?? noted;
    const [entry] = noted.timeline;
    const { matter, department, area, caseKind, applicant } = noted;
    const header = { matter, department, area, caseKind, applicant };
    const { promiseWorkingDays: _days, ...facts } = entry!;
    const repeat = foldCaseEvent(
      erased,
      { ...facts, projectNo: noted.projectNo, header },
      noted.source,
    );
    expect(repeat).toMatchObject({ ok: true, outcome: 'repeat' });
    const event = { ...facts, eventId: 'e-later', step: undefined, projectNo: noted.projectNo };
    const later = foldCaseEvent(erased, { ...event, header }, noted.source);
    expect(later).toMatchObject({ ok: true, next: { applicant: erased.applicant } });
  });
});

describe('an erased rating', () => {
  it('keeps everything but the words', () => {
    const rating = { ...badRating, sealedText: '1.words' };
    const erased = eraseRating(rating, erasing);
    expect(erased).toEqual({
      ...rating,
      sealedText: eraseSealed('1.words', erasing.day, sha256),
    });
    const [before, after] = [rating, erased ?? rating].map(
      (of) => ({ kind: 'rating', of }) as const,
    );
    expect(deltasOf(before, after)).toEqual([]);
    expect(eraseRating({ ...rating, sealedText: undefined }, erasing)).toBeUndefined();
    expect(eraseRating(erased ?? rating, erasing)).toBeUndefined();
    expect(civilDateOf(rating.receivedAt) < erasing.day).toBe(true);
  });
});

describe('a step without a note', () => {
  it('has nothing to erase', () => {
    const bare = {
      ticketId: 't-1',
      number: 1,
      at: at('2026-11-20 10:00'),
      by: { role: 'system' },
      round: 1,
      type: 'urged',
      facts: {},
      previous: 't-1',
      hash: 'h',
    } as unknown as Parameters<typeof eraseStep>[0];
    expect(eraseStep(bare, erasing)).toBeUndefined();
  });
});
