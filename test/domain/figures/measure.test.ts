import { describe, expect, it } from 'vitest';

import { formulaOf, scoreNames } from '../../../shared/domain/figures/measure-words.ts';
import { measures } from '../../../shared/domain/figures/measure.table.ts';
import type { Measure } from '../../../shared/domain/figures/measure.table.ts';
import { averageScore, rateOf, ratesOf } from '../../../shared/domain/figures/measure.ts';
import { mergedMember, tellsMore } from '../../../shared/domain/figures/member.ts';
import type { FigureMember } from '../../../shared/domain/figures/member.ts';
import { slotDays } from '../../../shared/domain/figures/names.table.ts';
import { slotDay, slotName } from '../../../shared/domain/figures/names.ts';
import { scopeKinds, scopeName } from '../../../shared/domain/figures/scope.ts';
import { isNothing, nonZero, slots, sumOf } from '../../../shared/domain/figures/slot.ts';
import type { Counts, Slot } from '../../../shared/domain/figures/slot.ts';
import { defaultScores } from '../../../shared/domain/rating/level.ts';
import { at } from '../time/shanghai.ts';

const sideOf = (plus: readonly Slot[], less: readonly Slot[] = []): string =>
  [plus.join(' + '), ...less].join(' - ');

describe('a measure', () => {
  it.each([
    ['participation', 'rated', 'contacts'],
    ['good', 'rated - bad', 'rated - state:dismissed'],
    ['bad', 'bad - state:dismissed', 'rated - state:dismissed'],
    [
      'contacted',
      'contact:on_time + contact:late',
      'contact:on_time + contact:late + contact:missed',
    ],
    ['contacted_in_time', 'contact:on_time', 'contact:on_time + contact:late + contact:missed'],
    ['rectified_in_time', 'rectify:on_time', 'rectify:on_time + rectify:late + rectify:missed'],
    ['closed', 'state:closed', 'bad - state:dismissed'],
    [
      'satisfied_after',
      'follow_up:very_satisfied + follow_up:satisfied + follow_up:basically_satisfied',
      'follow_up',
    ],
    ['appeals_ruled', 'granted:invalid + refused:invalid', 'claim:invalid'],
  ] as const)('%s is %s of %s', (name, above, below) => {
    const measure: Measure = measures[name];
    expect(sideOf(measure.numerator, measure.numeratorLess)).toBe(above);
    expect(sideOf(measure.denominator, measure.denominatorLess)).toBe(below);
  });

  it('is one of nine, of which only the bad ratings rank from the lowest', () => {
    const low = Object.entries<Measure>(measures).filter(([, { best }]) => best === 'low');
    expect(low.map(([name]) => name)).toEqual(['bad']);
    expect(Object.keys(ratesOf({}))).toEqual(Object.keys(measures));
    expect(Object.keys(measures)).toHaveLength(9);
  });

  it('has the value of its sums, and none of nothing', () => {
    const counts = { rated: 3, contacts: 7 };
    expect(rateOf(measures.participation, counts)).toEqual({
      numerator: 3,
      denominator: 7,
      value: 0.428571,
    });
    expect(rateOf(measures.participation, { rated: 1 }).value).toBeNull();
    const overdrawn = rateOf(measures.good, { rated: 1, 'state:dismissed': 2 });
    expect(overdrawn).toEqual({ numerator: 1, denominator: -1, value: null });
  });

  it('of the scores is their average over the ratings', () => {
    const counts = { 'rated:very_satisfied': 1, 'rated:satisfied': 1, 'rated:dissatisfied': 1 };
    const average = { numerator: 21, denominator: 3, value: 7 };
    expect(averageScore(counts, defaultScores)).toEqual(average);
    const third = averageScore({ ...counts, 'rated:very_dissatisfied': 3 }, defaultScores);
    expect(third).toEqual({ numerator: 21, denominator: 6, value: 3.5 });
    expect(
      averageScore({ 'rated:satisfied': 2, 'rated:dissatisfied': 1 }, defaultScores).value,
    ).toBe(6.33);
    expect(averageScore({ rated: 5 }, defaultScores).value).toBeNull();
  });
});

describe('a formula in words', () => {
  it.each([
    ['participation', 'Ratings received ÷ Contacts that can be rated'],
    ['good', '(Ratings received − Bad ratings) ÷ (Ratings received − Tickets “Dismissed”)'],
    [
      'contacted',
      '(Contacted in time + Contacted late) ÷ (Contacted in time + Contacted late + Due and not contacted)',
    ],
    ['closed', 'Tickets “Closed” ÷ (Bad ratings − Tickets “Dismissed”)'],
  ] as const)('%s: %s', (name, formula) => {
    expect(formulaOf(measures[name], 'en')).toBe(formula);
  });

  it('has brackets around whatever has more than one part', () => {
    const measure = {
      ...measures.participation,
      numerator: ['rated', 'follow_up'],
      numeratorLess: ['bad'],
    } as const satisfies Measure;
    expect(formulaOf(measure, 'en')).toBe(
      '(Ratings received + Follow-up ratings − Bad ratings) ÷ Contacts that can be rated',
    );
  });

  it('has brackets of its language', () => {
    expect(formulaOf(measures.closed, 'zh')).toBe('“已办结”工单数 ÷ （差评数 − “不予采纳”工单数）');
    expect(scoreNames).toEqual({ zh: '平均分', en: 'Average score' });
  });
});

const on = (day: string): string => slots.filter((slot) => slotDay(slot) === day).join(' ');

describe('a slot', () => {
  it.each([
    ['rated:satisfied', '“满意”评价数', 'Rated “Satisfied”'],
    ['rated_by:pad', '大厅评价器渠道评价数', 'Ratings by channel: Hall pad'],
    ['bad_by:sms', '短信渠道差评数', 'Bad ratings by channel: Text message'],
    ['state:open', '“待回访核实”工单数', 'Tickets “Awaiting contact and finding”'],
    ['claim:invalid', '差评申诉数', 'Appeals against a rating'],
    ['granted:hardship', '列入台账申请通过数', 'Requests for the register, granted'],
    ['refused:extension', '延期申请未通过数', 'Extension requests, refused'],
    [
      'lapsed:invalid',
      '差评申诉超期未审核失效数',
      'Appeals against a rating, lapsed without a ruling',
    ],
    ['follow_up:dissatisfied', '追评为“不满意”数', 'Follow-ups rated “Dissatisfied”'],
    ['bad', '差评数', 'Bad ratings'],
    [
      'proof:applicant_matched',
      '评价数（含追评）：实名核验为申请人',
      'Ratings and follow-ups: Signed in by real name as the applicant',
    ],
    ['contest:open', '评价异议待复核数', 'Contests that wait for a ruling'],
  ] as const)('%s is called %s, %s', (slot, zh, en) => {
    expect([slotName(slot, 'zh'), slotName(slot, 'en')]).toEqual([zh, en]);
  });

  it('counts on the day of the finished case, of the arrival or of the bad rating', () => {
    expect(Object.keys(slotDays).join(' ')).toBe('finished came bad');
    expect(on('finished')).toBe('finished contacts');
    expect(on('came')).toBe(
      [
        'invited rated default_received bad follow_up',
        'rated:very_satisfied rated:satisfied rated:basically_satisfied rated:dissatisfied',
        'rated:very_dissatisfied',
        'rated_by:portal rated_by:app rated_by:qr rated_by:sms rated_by:pad rated_by:terminal',
        'rated_by:hotline rated_by:paper rated_by:unknown',
        'bad_by:portal bad_by:app bad_by:qr bad_by:sms bad_by:pad bad_by:terminal',
        'bad_by:hotline bad_by:paper bad_by:unknown',
        'follow_up:very_satisfied follow_up:satisfied follow_up:basically_satisfied',
        'follow_up:dissatisfied follow_up:very_dissatisfied',
        'proof:applicant_matched proof:other_person proof:sent_to_applicant proof:link proof:pad',
        'proof:pad_window proof:pad_persons proof:staff_entered proof:receipt proof:center',
        'contest:open contest:upheld contest:rejected contest:neither',
      ].join(' '),
    );
    expect(on('bad')).toBe(
      [
        'contact:on_time contact:late contact:missed rectify:on_time rectify:late rectify:missed',
        'hardship returns round_two',
        'state:open state:rectifying state:dismissal_review state:hardship_review state:hardship',
        'state:closure_review state:closed state:dismissed',
        'claim:invalid granted:invalid refused:invalid',
        'claim:hardship granted:hardship refused:hardship',
        'claim:extension granted:extension refused:extension',
        'lapsed:invalid lapsed:hardship lapsed:extension',
      ].join(' '),
    );
  });
});

describe('counts', () => {
  it.each<[Counts[], Counts]>([
    [[], {}],
    [[{ rated: 1 }, { rated: 2, bad: 1 }], { rated: 3, bad: 1 }],
    [[{ rated: 1 }, { rated: -1 }], { rated: 0 }],
  ])('%j sum up to %j', (parts, sum) => {
    expect(sumOf(parts)).toEqual(sum);
  });

  it('that are zero say nothing', () => {
    expect(nonZero({ rated: 0, bad: -1, returns: 2 })).toEqual({ bad: -1, returns: 2 });
    expect([isNothing({}), isNothing({ rated: 0 }), isNothing({ rated: 0, bad: 1 })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('are kept for these scopes', () => {
    expect(scopeKinds.join(' ')).toBe('city area department hall window matter staff');
    expect(scopeName({ kind: 'hall', id: '330602-H1' })).toBe('hall#330602-H1');
  });
});

describe('a member of the figures', () => {
  const [nine, ten, next] = [
    at('2026-11-20 09:00'),
    at('2026-11-20 10:00'),
    at('2026-11-21 09:00'),
  ];
  const known: FigureMember = { kind: 'hall', id: 'H1', area: '330602', firstAt: ten };

  it('keeps its first name and moment, and the last of the others', () => {
    const seen = { ...known, name: '大厅', firstAt: nine, lastRatedAt: nine };
    const merged = mergedMember({ ...known, lastRatedAt: next, lastFinishedAt: nine }, seen);
    expect(merged).toEqual({
      ...known,
      name: '大厅',
      firstAt: nine,
      lastFinishedAt: nine,
      lastRatedAt: next,
    });
    expect(mergedMember(seen, { ...known, name: '新名' }).name).toBe('大厅');
    expect(mergedMember(known, { ...known, firstAt: next }).firstAt).toBe(ten);
    expect(mergedMember(known, { ...known, lastFinishedAt: ten }).lastFinishedAt).toBe(ten);
  });

  it.each([
    ['another name', { name: '大厅' }, true],
    ['an earlier day', { firstAt: at('2026-11-19 23:59') }, true],
    ['another hour of the first day', { firstAt: nine }, false],
    ['the first finished case', { lastFinishedAt: ten }, true],
    ['the first rating', { lastRatedAt: ten }, true],
    ['nothing', {}, false],
  ])('is written again for %s', (_what, change, writes) => {
    expect(tellsMore(known, { ...known, ...change })).toBe(writes);
  });

  it('is written once a day for what happens often', () => {
    const busy = { ...known, lastFinishedAt: nine, lastRatedAt: nine };
    expect(tellsMore(busy, { ...busy, lastFinishedAt: ten, lastRatedAt: ten })).toBe(false);
    expect(tellsMore(busy, { ...busy, lastFinishedAt: next })).toBe(true);
    expect(tellsMore(busy, { ...busy, lastRatedAt: next })).toBe(true);
  });
});
