import { describe, expect, it } from 'vitest';

import {
  badThatStand,
  bulletinOf,
  lateIn,
  worstMatters,
} from '../../../shared/domain/bulletin/bulletin.ts';
import { inRank, rankedMeasures } from '../../../shared/domain/bulletin/standing.ts';
import { formulaOf } from '../../../shared/domain/figures/measure-words.ts';
import { measures } from '../../../shared/domain/figures/measure.table.ts';
import type { Measure } from '../../../shared/domain/figures/measure.table.ts';
import { averageScore, ratesOf } from '../../../shared/domain/figures/measure.ts';
import { slotDay, slotName } from '../../../shared/domain/figures/names.ts';
import { slots } from '../../../shared/domain/figures/slot.ts';
import type { Slot } from '../../../shared/domain/figures/slot.ts';
import { defaultScores } from '../../../shared/domain/rating/level.ts';
import { at } from '../../fake/clock.ts';
import { monthCounts, novemberOf } from '../../support/bulletin-source.ts';

const sum = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0);

describe('a bulletin', () => {
  const bulletin = bulletinOf(novemberOf(60));

  it('has the rates of its counts, this month and the one before', () => {
    const { counts, countsBefore, rates, ratesBefore } = bulletin;
    expect(rates).toEqual({ ...ratesOf(counts), score: averageScore(counts, defaultScores) });
    expect(ratesBefore).toEqual({
      ...ratesOf(countsBefore),
      score: averageScore(countsBefore, defaultScores),
    });
    expect(rates.good.numerator + badThatStand(counts)).toBe(rates.good.denominator);
  });

  it('splits the ratings into levels and channels that add up', () => {
    const { counts, levels, channels, states } = bulletin;
    expect(sum(levels.map(({ share }) => share.numerator))).toBe(counts.rated);
    expect(sum(channels.map(({ rated }) => rated))).toBe(counts.rated);
    expect(sum(channels.map(({ bad }) => bad.numerator))).toBe(counts.bad);
    expect(sum(states.map(({ share }) => share.numerator))).toBe(counts.bad);
  });

  it('gives every department a place by every measure', () => {
    for (const { places, counts } of bulletin.departments) {
      const own = { ...ratesOf(counts), score: averageScore(counts, defaultScores) };
      for (const name of rankedMeasures) expect(places[name].rate).toEqual(own[name]);
    }
    expect(bulletin.departments[0]?.places.good.rank).toBeNull();
    expect(inRank(bulletin.departments, 'good').at(-1)?.id).toBe(bulletin.departments[0]?.id);
    const lowest = inRank(bulletin.departments, 'bad')[0]!;
    expect(lowest.places.bad).toMatchObject({ rank: 1, rate: { numerator: 0 } });
  });

  it('names the worst matters, by bad ratings that stand', () => {
    const amounts = bulletin.matters.map(({ counts }) => badThatStand(counts));
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(amounts.length).toBeLessThanOrEqual(worstMatters);
    expect(amounts.every((amount) => amount > 0)).toBe(true);
    const dismissed = { bad: 2, rated: 9, 'state:dismissed': 2 };
    const [matter] = novemberOf(1).matters;
    const none = bulletinOf(novemberOf(1, { matters: [{ ...matter!, counts: dismissed }] }));
    expect(none.matters).toEqual([]);
  });

  it('names who was late and who holds something on the register, the most first', () => {
    const late = bulletin.late.map(({ counts }) => lateIn(counts));
    expect(late).toEqual(late.toSorted((a, b) => b - a));
    expect(bulletin.late).toHaveLength(
      bulletin.departments.filter(({ counts }) => lateIn(counts) > 0).length,
    );
    expect(bulletin.hardship.every(({ counts }) => (counts.hardship ?? 0) > 0)).toBe(true);
  });

  it('has a line for every day of the month, counted or not', () => {
    expect(bulletin.days).toHaveLength(30);
    expect(bulletin.days[0]?.day).toBe('2026-11-01');
    expect(bulletin.days[4]?.counts).toEqual({});
    expect(bulletin.days[26]?.counts).toMatchObject({ finished: 27 });
  });

  it('has no line for a day that has not begun', () => {
    const midnight = { at: at('2026-11-23T00:00:00+08:00') };
    const { days } = bulletinOf(novemberOf(1, midnight));
    expect(days.map(({ day }) => day).slice(-2)).toEqual(['2026-11-22', '2026-11-23']);
  });

  it.each([
    ['2026-11-30T23:59:59.999+08:00', false],
    ['2026-12-01T00:00:00+08:00', true],
  ])('knows at %s whether its month is over: %s', (moment, over) => {
    expect(bulletinOf(novemberOf(1, { at: at(moment) })).over).toBe(over);
  });

  it('holds together when nothing was counted', () => {
    const empty = bulletinOf(novemberOf(0, { counts: {}, countsBefore: {} }));
    expect(Object.values(empty.rates).every(({ value }) => value === null)).toBe(true);
    expect([empty.departments, empty.matters, empty.late, empty.hardship]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('the words of the figures', () => {
  it.each(['zh', 'en'] as const)('name every slot once, in %s', (language) => {
    const names = slots.map((slot) => slotName(slot, language));
    expect(new Set(names).size).toBe(slots.length);
    expect(names.filter((name, index) => name === slots[index] || /undefined/.test(name))).toEqual(
      [],
    );
  });

  it('say the formulas by the slots that they are reckoned from', () => {
    expect(formulaOf(measures.good, 'zh')).toBe(
      '（主动评价数 − 差评数） ÷ （主动评价数 − “不予采纳”工单数）',
    );
    for (const measure of Object.values<Measure>(measures)) {
      const [above = '', below = ''] = formulaOf(measure, 'en').split(' ÷ ');
      for (const slot of [...measure.numerator, ...(measure.numeratorLess ?? [])]) {
        expect(above).toContain(slotName(slot, 'en'));
      }
      for (const slot of [...measure.denominator, ...(measure.denominatorLess ?? [])]) {
        expect(below).toContain(slotName(slot, 'en'));
      }
    }
  });

  it('say on which day a slot stands', () => {
    expect(slotDay('contacts')).toBe('finished');
    const arriving: readonly Slot[] = [
      'rated:satisfied',
      'bad',
      'bad_by:qr',
      'follow_up',
      'follow_up:satisfied',
    ];
    expect(arriving.map(slotDay)).toEqual(arriving.map(() => 'came'));
    const ofTickets: readonly Slot[] = ['state:closed', 'round_two', 'returns'];
    expect(ofTickets.map(slotDay)).toEqual(ofTickets.map(() => 'bad'));
  });

  it('fit counts that fit each other', () => {
    const counts = monthCounts(7);
    expect(counts.rated).toBeLessThanOrEqual(counts.contacts!);
  });
});
