import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Case } from '../../../shared/domain/case/case.ts';
import {
  contributionsOf,
  deltasOf,
  netOf,
  sourceKinds,
} from '../../../shared/domain/figures/contribution.ts';
import type { Contribution, Source } from '../../../shared/domain/figures/contribution.ts';
import { measures } from '../../../shared/domain/figures/measure.table.ts';
import { rateOf, ratesOf } from '../../../shared/domain/figures/measure.ts';
import { sumOf } from '../../../shared/domain/figures/slot.ts';
import { badRating, deptA } from '../ticket/ticket-fixture.ts';
import { knownRules, lived, openedAt, opening, story } from '../ticket/ticket-random.ts';
import { at } from '../time/shanghai.ts';
import { done, known } from './case-example.ts';

const placed = (contributions: readonly Contribution[]) =>
  Object.fromEntries(
    contributions.map(({ scope, day, counts }) => [`${scope.kind} ${scope.id} ${day}`, counts]),
  );

describe('a case', () => {
  it('counts nowhere until it is finished', () => {
    expect(contributionsOf({ kind: 'case', of: known })).toEqual([]);
  });

  it('counts on the day in Shanghai on which it was finished, once at each place it was served at', () => {
    const contributions = contributionsOf({ kind: 'case', of: done });
    expect(contributions).toHaveLength(8);
    expect(placed(contributions)).toEqual({
      'city 330600 2026-11-20': { finished: 1, contacts: 3 },
      'area 330602 2026-11-20': { finished: 1, contacts: 3 },
      [`department 330602/${deptA} 2026-11-20`]: { finished: 1, contacts: 3 },
      'matter 330602/M1 2026-11-20': { finished: 1, contacts: 3 },
      'hall 330600-H1 2026-11-20': { finished: 1, contacts: 2 },
      'window 330600-H1/A03 2026-11-20': { finished: 1, contacts: 1 },
      'window 330600-H1/B01 2026-11-20': { finished: 1, contacts: 1 },
      [`staff 330602/${deptA}/S1 2026-11-20`]: { finished: 1, contacts: 1 },
    });
  });

  it('adds only what a later contact adds', () => {
    const contact = { serviceNumber: 4, service: 'collect', at: at('2026-11-21 09:00') } as const;
    const later: Case = { ...done, contacts: [...done.contacts, contact] };
    const deltas = deltasOf({ kind: 'case', of: done }, { kind: 'case', of: later });
    expect(placed(deltas)).toEqual({
      'city 330600 2026-11-20': { contacts: 1 },
      'area 330602 2026-11-20': { contacts: 1 },
      [`department 330602/${deptA} 2026-11-20`]: { contacts: 1 },
      'matter 330602/M1 2026-11-20': { contacts: 1 },
    });
  });
});

describe('an item', () => {
  it('is a case, an invitation, a rating or a ticket', () => {
    expect(sourceKinds.join(' ')).toBe('case invitation rating ticket');
  });

  it('takes away what it added when it is gone', () => {
    const gone = deltasOf({ kind: 'case', of: done }, undefined);
    expect(gone).toHaveLength(8);
    expect(placed(gone)).toMatchObject({
      'city 330600 2026-11-20': { finished: -1, contacts: -3 },
      'hall 330600-H1 2026-11-20': { finished: -1, contacts: -2 },
    });
    expect(deltasOf(undefined, undefined)).toEqual([]);
  });
});

describe('an invitation', () => {
  it('counts on the day it was sent, wherever the contact was', () => {
    const moment = at('2026-11-20 00:30');
    const invited = {
      ...badRating,
      channel: 'sms',
      at: moment,
      hall: 'H1',
      accessKey: 'AK1',
    } as const;
    expect(placed(contributionsOf({ kind: 'invitation', of: invited }))).toEqual({
      'city 330600 2026-11-20': { invited: 1 },
      'area 330602 2026-11-20': { invited: 1 },
      [`department 330602/${deptA} 2026-11-20`]: { invited: 1 },
      [`matter 330602/${badRating.matterCode} 2026-11-20`]: { invited: 1 },
      'hall H1 2026-11-20': { invited: 1 },
    });
  });
});

const ofRating = (more: Partial<typeof badRating>) =>
  contributionsOf({ kind: 'rating', of: { ...badRating, ...more } })[0];

const dayOf = (moment: string) => ofRating({ receivedAt: at(moment) })?.day;

describe('a rating', () => {
  it('counts on the day it came, by level and channel', () => {
    expect(ofRating({ level: 'satisfied', channel: 'pad' })).toEqual({
      scope: { kind: 'city', id: '330600' },
      day: '2026-11-19',
      counts: { rated: 1, 'rated:satisfied': 1, 'rated_by:pad': 1, 'proof:link': 1 },
    });
  });

  it('changes day at midnight in Shanghai, not at 8 in the morning', () => {
    expect(dayOf('2026-11-19 07:59')).toBe('2026-11-19');
    expect(dayOf('2026-11-19 08:01')).toBe('2026-11-19');
    expect(dayOf('2026-11-19 23:59:59')).toBe('2026-11-19');
    expect(dayOf('2026-11-20 00:00')).toBe('2026-11-20');
  });

  it('counts by what shows that the resident gave it, a follow-up too', () => {
    const entered = ofRating({ channel: 'hotline', proof: 'staff_entered', issuer: 2 });
    expect(entered?.counts['proof:staff_entered']).toBe(1);
    const followUp = ofRating({ assessNumber: 2, proof: 'receipt' });
    expect(followUp?.counts['proof:receipt']).toBe(1);
  });

  it('is bad by its ticket alone, because which levels are bad is policy', () => {
    expect(ofRating({ level: 'very_dissatisfied' })?.counts.bad).toBeUndefined();
  });

  it('counts apart as a follow-up, and as an upstream default', () => {
    expect(ofRating({ assessNumber: 2, level: 'satisfied' })?.counts).toEqual({
      follow_up: 1,
      'follow_up:satisfied': 1,
      'proof:link': 1,
    });
    expect(ofRating({ origin: 'default', level: 'very_satisfied' })?.counts).toEqual({
      default_received: 1,
    });
  });

  it('counts as contested beside what it is, and as nothing else once it is void', () => {
    expect(ofRating({ level: 'satisfied', contested: 'open' })?.counts).toEqual({
      rated: 1,
      'rated:satisfied': 1,
      'rated_by:qr': 1,
      'proof:link': 1,
      'contest:open': 1,
    });
    expect(ofRating({ contested: 'upheld' })?.counts).toEqual({ 'contest:upheld': 1 });
    expect(ofRating({ contested: 'upheld', assessNumber: 2 })?.counts ?? {}).toEqual({});
    expect(ofRating({ contested: 'rejected', assessNumber: 2 })?.counts).not.toHaveProperty([
      'contest:rejected',
    ]);
  });

  it('that is a default is in no rate', () => {
    const rates = ratesOf({ default_received: 1000 });
    expect(Object.values(rates).every(({ value }) => value === null)).toBe(true);
  });
});

describe('the changes of a ticket', () => {
  it('add up to what it counts in the end, on its day and in the department that was rated', () => {
    fc.assert(
      fc.property(knownRules, story(60), opening, (rules, deeds, moment) => {
        const first = openedAt(moment, rules);
        const stages = Array.from({ length: 13 }, (_, index) => index * 5);
        const images = [first, ...stages.map((n) => lived(first, deeds.slice(0, n), rules).ticket)];
        const source = (n: number): Source | undefined => {
          const of = images[n];
          return of && { kind: 'ticket', of };
        };
        const changes = images.flatMap((_image, n) => deltasOf(source(n - 1), source(n)));
        const last = images.at(-1) ?? first;
        const whole = contributionsOf({ kind: 'ticket', of: last });
        expect(placed(netOf(changes))).toEqual(placed(netOf(whole)));
        const { scopes, day: days } = {
          scopes: new Set(whole.map(({ scope }) => `${scope.kind} ${scope.id}`)),
          day: new Set(whole.map(({ day }) => day)),
        };
        expect(scopes).toContain(`department 330602/${deptA}`);
        expect([scopes.size, days.size]).toEqual([4, 1]);
      }),
      { numRuns: 40 },
    );
  });

  it('never count a duty twice in a round, nor a state beside another', () => {
    fc.assert(
      fc.property(knownRules, story(80), opening, (rules, deeds, moment) => {
        const { ticket } = lived(openedAt(moment, rules), deeds, rules);
        const counts = contributionsOf({ kind: 'ticket', of: ticket })[0]?.counts ?? {};
        const sum = (prefix: string): number =>
          Object.entries(counts)
            .filter(([slot]) => slot.startsWith(prefix))
            .reduce((total, [, count]) => total + count, 0);
        const isVoid = ticket.voidedAt !== undefined;
        const once = isVoid ? [0, 0, 0] : [1, 1, 1];
        expect([counts.bad ?? 0, sum('bad_by:'), sum('state:')]).toEqual(once);
        expect(Object.keys(counts).length === 0).toBe(isVoid);
        expect(sum('contact:')).toBeLessThanOrEqual(ticket.round);
        expect(sum('rectify:')).toBeLessThanOrEqual(ticket.round);
        expect(sum('granted:') + sum('refused:')).toBeLessThanOrEqual(sum('claim:'));
      }),
      { numRuns: 150 },
    );
  });
});

describe('measures', () => {
  it('count good and bad ratings of the same valid ones', () => {
    const counts = { rated: 100, bad: 5, 'state:dismissed': 2, 'state:closed': 1 };
    expect(rateOf(measures.good, counts)).toEqual({
      numerator: 95,
      denominator: 98,
      value: 0.969388,
    });
    expect(rateOf(measures.bad, counts)).toEqual({
      numerator: 3,
      denominator: 98,
      value: 0.030612,
    });
    expect(rateOf(measures.closed, counts)).toEqual({
      numerator: 1,
      denominator: 3,
      value: 0.333333,
    });
  });

  it('reproduce the published rate of Shengzhou, 2024', () => {
    const counts = sumOf([{ rated: 81_129 }, { bad: 174 }]);
    expect(rateOf(measures.good, counts)).toMatchObject({ numerator: 80_955, denominator: 81_129 });
    expect(((rateOf(measures.good, counts).value ?? 0) * 100).toFixed(2)).toBe('99.79');
  });
});
