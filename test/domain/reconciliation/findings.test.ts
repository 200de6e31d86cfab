import { describe, expect, it } from 'vitest';

import {
  dayResults,
  differenceKinds,
} from '../../../shared/domain/reconciliation/reconciliation.ts';
import type {
  CenterDay,
  CenterRecords,
  FoundDifference,
  LocalDay,
  OwnRating,
  OwnStep,
} from '../../../shared/domain/reconciliation/reconciliation.ts';
import { departmentsToCompare, neverSentIn } from '../../../shared/domain/reconciliation/scope.ts';
import { absentRecords, differencesOf } from '../../../shared/domain/reconciliation/verdict.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';

const askedAt = at('2026-11-21T02:30:00+08:00');

const rating: OwnRating = {
  projectNo: 'P1',
  serviceNumber: 1,
  assessNumber: 1,
  satisfaction: '5',
  assessTime: '2026-11-20 09:00:00',
  creditCode: 'A',
  channel: '3',
  reported: true,
};
const step: OwnStep = {
  ticketId: 'P1-1',
  stepNumber: 2,
  creditCode: 'A',
  projectNo: 'P1',
  serviceNumber: 1,
};
const ofRating = { of: 'rating', projectNo: 'P1', serviceNumber: 1, assessNumber: 1 } as const;
const ofStep = { of: 'step', ticketId: 'P1-1', stepNumber: 2 } as const;

const own = (more: Partial<LocalDay>): LocalDay => ({
  day: civilDate('2026-11-20')!,
  ratings: [],
  replacing: [],
  voided: [],
  steps: [],
  ...more,
});

/** What the center holds of a department, with counts that agree. */
const center = (...records: readonly CenterRecords[]): CenterDay => ({
  askedAt,
  counts: {
    ratings: records.flatMap(({ creditCode, ratings }) =>
      ratings.map(({ satisfaction, assessNumber }) => ({
        creditCode,
        satisfaction,
        channel: '3',
        assessNumber,
        count: 1,
      })),
    ),
    steps: records.map(({ creditCode, steps }) => ({ creditCode, count: steps.length })),
  },
  records,
});
const holding = (creditCode: string, more: Partial<CenterRecords> = {}): CenterRecords => ({
  creditCode,
  ratings: [],
  steps: [],
  ...more,
});

describe('what is found of a record', () => {
  it('that the center does not hold: what is known of it here', () => {
    const day = own({ ratings: [rating], steps: [step] });
    const found = differencesOf(day, center(holding('A')), new Map());
    expect(found).toStrictEqual([
      {
        finding: 'not_yet_accepted',
        subject: ofRating,
        creditCode: 'A',
        ours: { satisfaction: '5', assessTime: '2026-11-20 09:00:00' },
      },
      { finding: 'not_yet_accepted', subject: ofStep, creditCode: 'A' },
    ]);
    const refused = { state: 'rejected', reason: '1004' } as const;
    const fates = new Map([
      ['P1.1.1', refused],
      ['P1-1.2', refused],
    ]);
    const again = differencesOf(day, center(holding('A')), fates);
    expect(again).toEqual(found.map((one) => ({ ...one, finding: 'rejected', reason: '1004' })));
  });

  it('that is unknown here: what the center says of it', () => {
    const day = center(holding('B', { ratings: [rating], steps: [step] }));
    expect(differencesOf(own({}), day, new Map())).toEqual([
      {
        finding: 'unknown_here',
        subject: ofRating,
        creditCode: 'B',
        theirs: { satisfaction: '5', assessTime: '2026-11-20 09:00:00' },
      },
      { finding: 'unknown_here', subject: ofStep, creditCode: 'B' },
    ]);
  });

  it('that the center holds twice, or with other values: both sides', () => {
    const late = { ...rating, assessTime: '2026-11-20 10:00:00' };
    const held = center(holding('A', { ratings: [late, late], steps: [step, step] }));
    const day = own({ ratings: [rating], steps: [step] });
    expect(differencesOf(day, held, new Map())).toEqual([
      {
        finding: 'differs',
        subject: ofRating,
        creditCode: 'A',
        ours: {
          satisfaction: '5',
          assessTime: '2026-11-20 09:00:00',
          creditCode: 'A',
          times: 1,
        },
        theirs: {
          satisfaction: '5',
          assessTime: '2026-11-20 10:00:00',
          creditCode: 'A',
          times: 2,
        },
      },
      {
        finding: 'differs',
        subject: ofStep,
        creditCode: 'A',
        ours: { times: 1 },
        theirs: { times: 2 },
      },
    ]);
  });

  it('that another took the place of here: the one that counts, with its generation', () => {
    const day = own({ replacing: [{ ...rating, generation: 2, reported: false }] });
    expect(differencesOf(day, center(), new Map())).toEqual([
      {
        finding: 'replaced_here',
        subject: { ...ofRating, generation: 2 },
        creditCode: 'A',
        ours: { satisfaction: '5', assessTime: '2026-11-20 09:00:00' },
      },
    ]);
  });

  it('is nothing while it was accepted after the center was asked', () => {
    const day = own({ steps: [step] });
    const fateAt = (moment: string) =>
      differencesOf(
        day,
        center(holding('A')),
        new Map([['P1-1.2', { state: 'accepted', at: at(moment) } as const]]),
      ).map(({ finding }) => finding);
    expect(fateAt('2026-11-21T02:29:59+08:00')).toEqual(['missing_at_center']);
    expect(fateAt('2026-11-21T02:30:00+08:00')).toEqual([]);
  });

  it('is looked up only for departments that were compared', () => {
    const other = { ...rating, projectNo: 'P2', creditCode: 'B' };
    const given = { ...rating, projectNo: 'P3', reported: false };
    const day = own({
      ratings: [rating, other, given],
      steps: [step, { ...step, creditCode: 'B', ticketId: 'P2-1' }],
    });
    expect(absentRecords(day, center(holding('A')))).toEqual({ ratings: [rating], steps: [step] });
  });
});

describe('what is found of the counts', () => {
  it('that no record explains: how many there are on each side', () => {
    const held = center(holding('A', { ratings: [rating], steps: [step] }));
    const counts = {
      ratings: [
        { creditCode: 'A', satisfaction: '5', channel: '4', assessNumber: 1, count: 1 },
        { creditCode: 'B', satisfaction: '5', channel: '3', assessNumber: 1, count: 7 },
      ],
      steps: [{ creditCode: 'A', count: 3 }],
    };
    const day = own({ ratings: [rating], steps: [step] });
    const ofCount = { of: 'rating_count', satisfaction: '5', assessNumber: 1 } as const;
    expect(differencesOf(day, { ...held, counts }, new Map())).toEqual([
      {
        finding: 'differs',
        subject: { ...ofCount, channel: '3' },
        creditCode: 'A',
        ours: { count: 1 },
        theirs: { count: 0 },
      },
      {
        finding: 'differs',
        subject: { ...ofCount, channel: '4' },
        creditCode: 'A',
        ours: { count: 0 },
        theirs: { count: 1 },
      },
      {
        finding: 'differs',
        subject: { of: 'step_count' },
        creditCode: 'A',
        ours: { shown: 1 },
        theirs: { count: 3 },
      },
    ]);
  });

  it('is told apart by department and level, and only where the sides differ', () => {
    const strange = { ...rating, projectNo: 'X', satisfaction: '15' };
    const held = center(
      holding('A', { ratings: [strange] }),
      holding('A1', { ratings: [{ ...rating, projectNo: 'P1' }] }),
    );
    const extra = { creditCode: 'A1', satisfaction: '5', channel: '4', assessNumber: 1, count: 1 };
    const counts = { ...held.counts, ratings: [...held.counts.ratings, extra] };
    const day = own({ ratings: [{ ...rating, creditCode: 'A1' }] });
    const found = differencesOf(day, { ...held, counts }, new Map());
    expect(
      found.map(({ finding, subject, creditCode }) => [finding, subject.of, creditCode]),
    ).toEqual([
      ['unknown_here', 'rating', 'A'],
      ['differs', 'rating_count', 'A1'],
    ]);
    expect(found[1]).toMatchObject({ subject: { channel: '4' }, ours: { count: 0 } });
  });

  it('is nothing where strange records explain what is counted beyond ours', () => {
    const strange = { ...rating, projectNo: 'X' };
    const held = center(holding('A', { ratings: [rating, strange] }));
    expect(differencesOf(own({ ratings: [rating] }), held, new Map())).toMatchObject([
      { finding: 'unknown_here' },
    ]);
  });
});

describe('the departments to compare', () => {
  const none = new Set<string>();

  it.each([
    ['none where the counts are equal', {}, {}, none, []],
    ['those with another number of ratings', { ratings: [rating] }, {}, none, ['A']],
    ['those with another number of steps', { steps: [step] }, {}, none, ['A']],
    ['those only the center counts', {}, { steps: [{ creditCode: 'Z', count: 1 }] }, none, ['Z']],
    ['not for what the center gave', { ratings: [{ ...rating, reported: false }] }, {}, none, []],
  ] as const)('are %s', (_what, ours, theirs, outstanding, codes) => {
    const counts = { ratings: [], steps: [], ...theirs };
    expect(departmentsToCompare(own(ours), counts, outstanding)).toEqual(codes);
  });

  it('are those with something outstanding, each once and in order', () => {
    const [b, a] = [
      { ...rating, creditCode: 'B', reported: false },
      { ...step, projectNo: 'P2' },
    ];
    const counts = { ratings: [], steps: [{ creditCode: 'A', count: 1 }] };
    const day = own({ ratings: [b, b], steps: [a] });
    expect(departmentsToCompare(day, counts, new Set(['P1', 'P2']))).toEqual(['A', 'B']);
    expect(departmentsToCompare(day, counts, new Set(['P2']))).toEqual(['A']);
  });
});

const found = (finding: FoundDifference['finding'], subject: FoundDifference['subject']) => ({
  finding,
  subject,
  creditCode: 'A',
});

describe('the cases that were never reported', () => {
  const projectNo = '330602261120000000017';
  const other = '330602261120000000018';
  const ofTicket = { of: 'step', ticketId: `${other}-1`, stepNumber: 1 } as const;

  it('are named once, by their ratings and steps, without those in the outbox', () => {
    const all = [
      found('not_yet_accepted', { ...ofRating, projectNo }),
      found('not_yet_accepted', ofTicket),
      found('not_yet_accepted', ofRating),
      found('rejected', { ...ofRating, projectNo: 'P3' }),
      found('not_yet_accepted', { of: 'step_count' }),
    ];
    all.push(found('not_yet_accepted', ofRating));
    expect(neverSentIn(all, new Set())).toEqual([projectNo, other, 'P1']);
    expect(neverSentIn(all, new Set(['P1']))).toEqual([projectNo, other]);
  });
});

it('days have these results, and differences these kinds', () => {
  expect(dayResults.join(' ')).toBe('equal different unreachable');
  expect(differenceKinds.join(' ')).toBe(
    'not_yet_accepted rejected missing_at_center unknown_here differs replaced_here voided_here',
  );
});
