import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { differenceId } from '../../../shared/domain/reconciliation/difference.ts';
import {
  bucketName,
  ratingName,
  stepName,
  tallyCounts,
} from '../../../shared/domain/reconciliation/reconciliation.ts';
import type {
  CenterDay,
  FoundDifference,
  LocalDay,
  OwnRating,
  OwnStep,
  RatingCount,
} from '../../../shared/domain/reconciliation/reconciliation.ts';
import { departmentsToCompare } from '../../../shared/domain/reconciliation/scope.ts';
import { absentRecords, differencesOf } from '../../../shared/domain/reconciliation/verdict.ts';
import type { Fate } from '../../../shared/domain/reconciliation/verdict.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';

const day = civilDate('2026-11-20')!;
const askedAt = at('2026-11-21T02:30:00+08:00');
const before = at('2026-11-20T18:00:00+08:00');
const depts = ['A', 'B', 'C'] as const;

type Held = OwnRating;

const rating = (n: number, more: Partial<OwnRating> = {}): OwnRating => ({
  projectNo: `P${n}`,
  serviceNumber: 1,
  assessNumber: 1,
  satisfaction: '5',
  assessTime: `2026-11-20 09:00:${String(n % 60).padStart(2, '0')}`,
  creditCode: depts[n % 3]!,
  channel: '3',
  reported: true,
  ...more,
});

const step = (n: number, more: Partial<OwnStep> = {}): OwnStep => ({
  ticketId: `P${n}-1`,
  stepNumber: 1,
  creditCode: depts[n % 3]!,
  projectNo: `P${n}`,
  serviceNumber: 1,
  ...more,
});

const countsOf = (held: readonly Held[]): readonly RatingCount[] => {
  const sums = tallyCounts(held.map((one) => [bucketName(one), 1] as const));
  return [...new Map(held.map((one) => [bucketName(one), one]))].map(([name, one]) => ({
    ...one,
    count: sums.get(name)!,
  }));
};

/** The answers of a center that has these records, for the requested departments. */
const centerOf = (
  held: { readonly ratings: readonly Held[]; readonly steps: readonly OwnStep[] },
  own: LocalDay,
  outstanding: ReadonlySet<string> = new Set(),
): CenterDay => {
  const steps = tallyCounts(held.steps.map((one) => [one.creditCode, 1] as const));
  const counts = {
    ratings: countsOf(held.ratings),
    steps: [...steps].map(([creditCode, count]) => ({ creditCode, count })),
  };
  const asked = departmentsToCompare(own, counts, outstanding);
  const records = asked.map((creditCode) => ({
    creditCode,
    ratings: held.ratings.filter((one) => one.creditCode === creditCode),
    steps: held.steps.filter((one) => one.creditCode === creditCode),
  }));
  return { counts, records, askedAt };
};

const shown = (found: readonly FoundDifference[]): readonly string[] =>
  found.map(({ finding, subject }) => {
    if (subject.of === 'rating') return `${finding} ${ratingName(subject)}`;
    return subject.of === 'step' ? `${finding} ${stepName(subject)}` : `${finding} ${subject.of}`;
  });

const own: LocalDay = {
  day,
  ratings: [0, 1, 2, 3].map((n) => rating(n)),
  replacing: [],
  voided: [],
  steps: [step(0), step(1)],
};
const { ratings, steps } = own;

const compare = (held: Parameters<typeof centerOf>[0], fates: readonly [string, Fate][] = []) =>
  shown(differencesOf(own, centerOf(held, own), new Map(fates)));

describe('reconciliation', () => {
  it('names a rating that was set aside, beside what else is different about it', () => {
    const day = { ...own, voided: [rating(0)] };
    const found = differencesOf(day, centerOf({ ratings: [], steps }, own), new Map());
    const about = found.filter(({ subject }) => subject.of === 'rating');
    expect(shown(about).filter((name) => name.endsWith(ratingName(rating(0))))).toEqual([
      `not_yet_accepted ${ratingName(rating(0))}`,
      `voided_here ${ratingName(rating(0))}`,
    ]);
    const ids = new Set(about.map((one) => differenceId(day.day, one)));
    expect(ids.size).toBe(about.length);
  });

  it('asks for no records where the counts are equal, and finds nothing', () => {
    const center = centerOf({ ratings, steps }, own);
    expect(center.records).toEqual([]);
    expect(differencesOf(own, center, new Map())).toEqual([]);
  });

  it('looks into a department with something outstanding, though its counts are equal', () => {
    const stranger = rating(9, { projectNo: 'X' });
    const held = { ratings: [...ratings.slice(1), stranger], steps };
    expect(centerOf(held, own).records).toEqual([]);
    const center = centerOf(held, own, new Set(['P0']));
    expect(center.records.map(({ creditCode }) => creditCode)).toEqual(['A']);
    expect(shown(differencesOf(own, center, new Map()))).toEqual([
      'not_yet_accepted P0.1.1',
      'unknown_here X.1.1',
    ]);
  });

  it.each<readonly [string, Fate | undefined, readonly string[]]>([
    ['was never sent', undefined, ['not_yet_accepted P0.1.1']],
    ['is on its way', { state: 'pending' }, ['not_yet_accepted P0.1.1']],
    ['was refused', { state: 'rejected', reason: '1004' }, ['rejected P0.1.1']],
    ['was taken', { state: 'accepted', at: before }, ['missing_at_center P0.1.1']],
    ['was taken after the center was asked', { state: 'accepted', at: askedAt }, []],
    ['was withdrawn', { state: 'withdrawn' }, []],
  ])('names what the center does not hold by its fate: it %s', (_what, fate, named) => {
    const fates = fate === undefined ? [] : [['P0.1.1', fate] as [string, Fate]];
    expect(compare({ ratings: ratings.slice(1), steps }, fates)).toEqual(named);
  });

  it('gives the reason of the center with what it refused', () => {
    const center = centerOf({ ratings: ratings.slice(1), steps }, own);
    const fates = new Map([['P0.1.1', { state: 'rejected', reason: '1004 deptCode' } as const]]);
    expect(differencesOf(own, center, fates)[0]?.reason).toBe('1004 deptCode');
    expect(absentRecords(own, center).ratings).toEqual([ratings[0]]);
  });

  it.each<readonly [string, Partial<Held>]>([
    ['level', { satisfaction: '4' }],
    ['department', { creditCode: 'C' }],
  ])('names a record of another %s', (_what, other) => {
    const held = { ratings: [{ ...ratings[0]!, ...other }, ...ratings.slice(1)], steps };
    expect(compare(held)).toEqual(['differs P0.1.1']);
  });

  it('names a record of another time wherever it looks', () => {
    const late = { ...ratings[0]!, assessTime: '2026-11-20 10:00:00' };
    expect(compare({ ratings: [late, ratings[1]!, ratings[2]!], steps })).toEqual([
      'not_yet_accepted P3.1.1',
      'differs P0.1.1',
    ]);
  });

  it('names a record that the center holds twice', () => {
    expect(compare({ ratings: [...ratings, ratings[0]!], steps })).toEqual(['differs P0.1.1']);
    expect(compare({ ratings, steps: [...steps, steps[0]!] })).toEqual(['differs P0-1.1']);
  });

  it('tells another channel by the counts, which alone have it', () => {
    const held = { ratings: [{ ...ratings[0]!, channel: '5' }, ...ratings.slice(1)], steps };
    const center = centerOf(held, own);
    const found = differencesOf(own, center, new Map());
    expect(found).toEqual([
      expect.objectContaining({ finding: 'differs', ours: { count: 2 }, theirs: { count: 1 } }),
      expect.objectContaining({ finding: 'differs', ours: { count: 0 }, theirs: { count: 1 } }),
    ]);
    expect(found.map(({ subject }) => 'channel' in subject && subject.channel)).toEqual(['3', '5']);
  });

  it('does not miss what the center gave us, nor wonder that it holds it', () => {
    const given = rating(6, { reported: false });
    const mine = { ...own, ratings: [...ratings, given] };
    for (const held of [ratings, [...ratings, given]]) {
      const center = centerOf({ ratings: held, steps }, mine);
      expect(differencesOf(mine, center, new Map())).toEqual([]);
    }
  });

  it('compares steps by their number, wherever a transfer has put them since', () => {
    const sent = [{ ...steps[0]!, creditCode: 'C' }, steps[1]!];
    expect(compare({ ratings, steps: sent })).toEqual([]);
    expect(compare({ ratings, steps: [steps[1]!, step(7)] })).toEqual([
      'not_yet_accepted P0-1.1',
      'unknown_here P7-1.1',
    ]);
  });

  it('tells a center that counts other steps than it shows', () => {
    const center = centerOf({ ratings, steps }, own);
    const counts = { ...center.counts, steps: [{ creditCode: 'A', count: 2 }] };
    const records = [{ creditCode: 'A', ratings: [ratings[0]!, ratings[3]!], steps: [steps[0]!] }];
    expect(shown(differencesOf(own, { counts, records, askedAt }, new Map()))).toEqual([
      'differs step_count',
    ]);
  });
});

type Fault = 'none' | 'absent' | 'level' | 'time' | 'twice';
const faults = fc.array(
  fc.tuple(
    fc.constantFrom<Fault>('none', 'none', 'absent', 'level', 'time', 'twice'),
    fc.constantFrom('1', '5'),
    fc.constantFrom('3', '5'),
  ),
  { maxLength: 30 },
);

const spoilt = (one: OwnRating, fault: Fault): readonly Held[] => {
  if (fault === 'absent') return [];
  if (fault === 'twice') return [one, one];
  if (fault === 'level') return [{ ...one, satisfaction: '2' }];
  return fault === 'time' ? [{ ...one, assessTime: '2026-11-20 23:59:59' }] : [one];
};

describe('whatever went wrong', () => {
  it('every difference of a department that is looked into is named once, and nothing else', () => {
    fc.assert(
      fc.property(faults, fc.nat({ max: 5 }), (plan, strangers) => {
        const mine: LocalDay = {
          day,
          steps: [],
          replacing: [],
          voided: [],
          ratings: plan.map(([, satisfaction, channel], n) => rating(n, { satisfaction, channel })),
        };
        const strange = Array.from({ length: strangers }, (_, n) =>
          rating(n, { projectNo: `X${n}` }),
        );
        const held = mine.ratings.flatMap((one, n) => spoilt(one, plan[n]![0]));
        // Every case is outstanding, so every department with a case is compared.
        const all = new Set(mine.ratings.map(({ projectNo }) => projectNo));
        const center = centerOf({ ratings: [...held, ...strange], steps: [] }, mine, all);
        const expected = [
          ...plan.flatMap(([fault], n) => {
            if (fault === 'none') return [];
            return [`${fault === 'absent' ? 'not_yet_accepted' : 'differs'} P${n}.1.1`];
          }),
          ...strange.map(({ projectNo }) => `unknown_here ${projectNo}.1.1`),
        ];
        const found = shown(differencesOf(mine, center, new Map()));
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it('equal counts without anything outstanding need no second look', () => {
    fc.assert(
      fc.property(faults, (plan) => {
        const mine = plan.map(([, satisfaction, channel], n) =>
          rating(n, { satisfaction, channel }),
        );
        const center = centerOf(
          { ratings: mine, steps: [] },
          { day, ratings: mine, replacing: [], voided: [], steps: [] },
        );
        expect(center.records).toEqual([]);
      }),
    );
  });
});
