import { describe, expect, it } from 'vitest';

import { badThatStand, bulletinOf, lateIn } from '../../../shared/domain/bulletin/bulletin.ts';
import { partsOf } from '../../../shared/domain/bulletin/parts.ts';
import {
  allRates,
  inRank,
  rankedMeasures,
  standingsOf,
} from '../../../shared/domain/bulletin/standing.ts';
import { shareOf } from '../../../shared/domain/figures/measure.ts';
import { slots } from '../../../shared/domain/figures/slot.ts';
import type { Counts, Slot } from '../../../shared/domain/figures/slot.ts';
import { defaultScores } from '../../../shared/domain/rating/level.ts';
import { novemberOf } from '../../support/bulletin-source.ts';

const row = (id: string, counts: Counts) => ({ id, names: { zh: id, en: id }, counts });
const idsOf = (rows: readonly { readonly id: string }[]): string =>
  rows.map(({ id }) => id).join(' ');
/** Each slot has a count that no other has. */
const counts = Object.fromEntries(slots.map((slot, index) => [slot, index + 1])) as Counts;
const countOf = (slot: Slot): number => counts[slot] ?? 0;

describe('the parts of a bulletin', () => {
  const parts = partsOf(counts);

  it('take the levels, states and follow-ups from their slots', () => {
    for (const { level, share } of parts.levels) {
      expect(share).toEqual(shareOf(countOf(`rated:${level}`), countOf('rated')));
    }
    for (const { state, share } of parts.states) {
      expect(share).toEqual(shareOf(countOf(`state:${state}`), countOf('bad')));
    }
    for (const { level, share } of parts.followUps) {
      expect(share).toEqual(shareOf(countOf(`follow_up:${level}`), countOf('follow_up')));
    }
    const shares = [parts.levels, parts.states, parts.followUps].map(({ length }) => length);
    expect(shares).toEqual([5, 8, 5]);
  });

  it('take channels, clocks and claims from their slots', () => {
    expect(parts.channels).toHaveLength(9);
    const named = partsOf({}).channels.map(({ channel }) => channel);
    expect(named).toHaveLength(8);
    expect(named).not.toContain('unknown');
    for (const { channel, rated, bad } of parts.channels) {
      expect(rated).toBe(countOf(`rated_by:${channel}`));
      expect(bad).toEqual(shareOf(countOf(`bad_by:${channel}`), rated));
    }
    expect(parts.clocks).toEqual([
      {
        clock: 'contact',
        onTime: countOf('contact:on_time'),
        late: countOf('contact:late'),
        missed: countOf('contact:missed'),
      },
      {
        clock: 'rectify',
        onTime: countOf('rectify:on_time'),
        late: countOf('rectify:late'),
        missed: countOf('rectify:missed'),
      },
    ]);
    expect(parts.claims).toEqual(
      (['invalid', 'hardship', 'extension'] as const).map((kind) => ({
        kind,
        asked: countOf(`claim:${kind}`),
        granted: countOf(`granted:${kind}`),
        refused: countOf(`refused:${kind}`),
        lapsed: countOf(`lapsed:${kind}`),
      })),
    );
  });

  it('are zeros where nothing was counted', () => {
    expect(partsOf({}).levels[0]?.share).toEqual({ numerator: 0, denominator: 0, value: null });
    expect(partsOf({}).clocks[0]).toEqual({ clock: 'contact', onTime: 0, late: 0, missed: 0 });
  });

  it.each([
    [1, 3, 0.333333],
    [2, 3, 0.666667],
    [0, 5, 0],
    [1, 0, null],
  ])('have shares of six digits: %i of %i is %s', (numerator, denominator, value) => {
    expect(shareOf(numerator, denominator)).toEqual({ numerator, denominator, value });
  });

  it('sum up what was late, and the bad ratings that stand', () => {
    expect(
      lateIn({ 'contact:late': 1, 'contact:missed': 2, 'rectify:late': 4, 'rectify:missed': 8 }),
    ).toBe(15);
    expect([lateIn({}), badThatStand({})]).toEqual([0, 0]);
    expect(badThatStand({ bad: 5, 'state:dismissed': 2 })).toBe(3);
  });
});

const listed = (more: Parameters<typeof novemberOf>[1]) => bulletinOf(novemberOf(0, more));

describe('the lists of a bulletin', () => {
  it('have the late departments, the most first and equals by their code', () => {
    const departments = [
      row('b', { 'rectify:late': 1 }),
      row('c', { 'contact:missed': 2 }),
      row('a', { 'contact:late': 1 }),
      row('d', { 'contact:on_time': 9 }),
    ];
    expect(idsOf(listed({ departments }).late)).toBe('c a b');
  });

  it('have who holds or held something on the register, by the larger of both', () => {
    const departments = [
      row('a', { hardship: 1 }),
      row('b', { 'state:hardship': 2 }),
      row('c', { hardship: 3, 'state:hardship': 1 }),
      row('d', {}),
    ];
    expect(idsOf(listed({ departments }).hardship)).toBe('c b a');
  });

  it('have twenty matters at most: by bad ratings, among equals by their share', () => {
    const matters = [
      row('a-half', { rated: 4, bad: 2 }),
      row('all', { rated: 2, bad: 2 }),
      row('z-most', { rated: 3, bad: 3 }),
      row('none', { rated: 9 }),
      row('most', { rated: 90, bad: 3 }),
    ];
    expect(idsOf(listed({ matters }).matters)).toBe('z-most most all a-half');
    const many = Array.from({ length: 25 }, (_, n) => row(`m${n}`, { rated: 9, bad: 1 + (n % 2) }));
    expect(listed({ matters: many }).matters).toHaveLength(20);
  });

  it('have every day of the month, with what was counted on it', () => {
    const { days, span } = bulletinOf(novemberOf(1));
    expect(span).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(days).toHaveLength(30);
    expect(days[2]).toEqual({ day: '2026-11-03', counts: { finished: 3, rated: 2 } });
    expect(days[4]).toEqual({ day: '2026-11-05', counts: {} });
  });
});

describe('the rankings', () => {
  it('are by these measures, the good ratings first', () => {
    expect(rankedMeasures.join(' ')).toBe(
      'good score participation bad contacted contacted_in_time rectified_in_time closed satisfied_after appeals_ruled',
    );
  });

  it('rank the highest first, but the fewest bad ratings', () => {
    const rows = [
      row('a', { rated: 10, bad: 5, contacts: 10, 'rated:dissatisfied': 10 }),
      row('b', { rated: 10, bad: 0, contacts: 20, 'rated:satisfied': 10 }),
    ];
    const [a, b] = standingsOf(rows, defaultScores);
    const ranksOf = (places: NonNullable<typeof a>['places']) =>
      (['good', 'bad', 'participation', 'score', 'closed'] as const).map((by) => places[by].rank);
    expect(ranksOf(a!.places)).toEqual([2, 2, 1, 2, 1]);
    expect(ranksOf(b!.places)).toEqual([1, 1, 2, 1, null]);
    expect(a).toMatchObject(rows[0]!);
    expect(allRates(rows[0]!.counts, defaultScores).score).toEqual(a?.places.score.rate);
    expect(idsOf(inRank([a!, b!], 'good'))).toBe('b a');
  });

  it('put equals in the order of their code', () => {
    const rows = ['c', 'a', 'b'].map((id) => row(id, { rated: 4, contacts: 8 }));
    expect(idsOf(inRank(standingsOf(rows, defaultScores), 'participation'))).toBe('a b c');
  });
});
