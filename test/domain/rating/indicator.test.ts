import { describe, expect, it } from 'vitest';

import { indicatorGroups, indicatorSets } from '../../../shared/domain/rating/indicator-kind.ts';
import {
  checkTags,
  indicatorOf,
  indicatorsFor,
  levelOfIndicator,
  shippedIndicators,
} from '../../../shared/domain/rating/indicator.ts';
import {
  defaultScores,
  dissatisfiedLevels,
  Level,
  levelNames,
  levels,
  satisfiedLevels,
} from '../../../shared/domain/rating/level.ts';

/** The first digit of a code, which is the level in the source. */
const digits = {
  very_satisfied: '5',
  satisfied: '4',
  basically_satisfied: '3',
  dissatisfied: '2',
  very_dissatisfied: '1',
} as const;

describe('the levels', () => {
  it('are five, best first, with falling scores and both names', () => {
    expect(levels.map((level) => defaultScores[level])).toEqual([10, 8, 6, 3, 0]);
    expect(levels.map((level) => levelNames[level].zh)).toEqual([
      '非常满意',
      '满意',
      '基本满意',
      '不满意',
      '非常不满意',
    ]);
    expect(new Set(levels.map((level) => levelNames[level].en)).size).toBe(5);
  });

  it('are satisfied down to 基本满意, and below it not', () => {
    expect(satisfiedLevels).toEqual(['very_satisfied', 'satisfied', 'basically_satisfied']);
    expect(dissatisfiedLevels).toEqual(['dissatisfied', 'very_dissatisfied']);
  });

  it('are names and never wire digits', () => {
    expect(Level.safeParse('dissatisfied').success).toBe(true);
    expect(Level.safeParse('2').success).toBe(false);
    expect(Level.safeParse(2).success).toBe(false);
  });
});

const { indicators } = shippedIndicators;
const [current, retired] = [
  indicators.filter((row) => row.retired === undefined),
  indicators.filter((row) => row.retired === true),
];

const codesOf = (rows: typeof indicators) =>
  levels.map((level) =>
    rows
      .map(({ code }) => code)
      .filter((code) => levelOfIndicator(code) === level)
      .join(' '),
  );

describe('the indicator table', () => {
  it('has the 40 indicators in force and the 32 retired ones, each once and in both languages', () => {
    expect(current).toHaveLength(40);
    expect(retired).toHaveLength(32);
    expect(new Set(indicators.map(({ code }) => code)).size).toBe(72);
    for (const { zh, en } of indicators) {
      expect(zh).toMatch(/^[\p{Script=Han}\d]+$/u);
      expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
  });

  it('begins each code with the digit of its level', () => {
    for (const level of levels) expect(levelOfIndicator(`${digits[level]}99`)).toBe(level);
    const none = ['', '099', '699', '51', '5100', '５１０', 'x10'].map(levelOfIndicator);
    expect(none).toEqual(none.map(() => undefined));
    expect(indicators.filter(({ code }) => levelOfIndicator(code) === undefined)).toEqual([]);
  });

  it('says of each what it is about, by every group', () => {
    const groups = new Set(current.map(({ group }) => group));
    expect([...groups].toSorted()).toEqual(indicatorGroups.toSorted());
  });

  it.each([
    ['attitude', '517 413 314 213 214 115', ''],
    ['queue', '510 515 410 411 313 212 113 114', '501 507 508 509 405 303 305 306 204 205 206 105'],
    [
      'material',
      '511 512 516 406 407 408 409 307 308 311 207 208 210 109',
      '502 503 504 505 401 402 302 201 202 203 101 104',
    ],
    ['time', '309 209 110', '304 103'],
    ['rule', '310 108 111', '301 106 107'],
    ['other', '513 514 412 312 211 112', '506 404 102'],
  ])('has for %s these in force and these that are retired', (group, inForce, before) => {
    const codes = (rows: typeof indicators) =>
      rows.filter((row) => row.group === group).map(({ code }) => code);
    expect([codes(current).join(' '), codes(retired).join(' ')]).toEqual([inForce, before]);
  });

  it('shows the base set first, in whatever order the table is', () => {
    const turned = { ...shippedIndicators, indicators: indicators.toReversed() };
    expect(indicatorsFor(turned, 'satisfied').map(({ code }) => code)).toEqual([
      '408',
      '407',
      '406',
      '413',
      '412',
      '411',
      '410',
      '409',
    ]);
    expect(indicatorSets).toEqual(['base', 'expanded']);
  });

  it.each(levels)('shows three of %s first and five on "more"', (level) => {
    const sets = indicatorsFor(shippedIndicators, level).map(({ set }) => set);
    expect(sets).toEqual([...Array(3).fill('base'), ...Array(5).fill('expanded')]);
  });

  it.each([
    ['510', '一窗受理一次办结'],
    ['413', '服务态度较好'],
    ['308', '提供申报材料样本'],
    ['212', '在线预约办理后到实体大厅重复取号排队'],
    ['115', '服务态度差效率低'],
    ['107', '附加新审批条件'],
  ])('has %s as %s', (code, zh) => {
    expect(indicatorOf(shippedIndicators, code)?.zh).toBe(zh);
  });

  it('names the codes of each version without a gap but the one of the sources', () => {
    expect(codesOf(current)).toEqual([
      '510 511 512 513 514 515 516 517',
      '406 407 408 409 410 411 412 413',
      '307 308 309 310 311 312 313 314',
      '207 208 209 210 211 212 213 214',
      '108 109 110 111 112 113 114 115',
    ]);
    expect(codesOf(retired)).toEqual([
      '501 502 503 504 505 506 507 508 509',
      '401 402 404 405',
      '301 302 303 304 305 306',
      '201 202 203 204 205 206',
      '101 102 103 104 105 106 107',
    ]);
  });

  it('has no 403, which the sources lack', () => {
    expect(indicatorOf(shippedIndicators, '403')).toBeUndefined();
  });
});

const online = { indicators: shippedIndicators, acceptRetired: false };

describe('checkTags', () => {
  it('accepts a retired one where the rating may be older, and nothing else', () => {
    const late = { ...online, acceptRetired: true };
    expect(checkTags('dissatisfied', ['201', '213'], late)).toEqual({ ok: true });
    const refusals = [['101'], ['299'], ['201', '201']].map((tags) =>
      checkTags('dissatisfied', tags, late),
    );
    expect(refusals).toMatchObject([
      { reason: 'indicator_of_other_level' },
      { reason: 'unknown_indicator' },
      { reason: 'duplicate_indicator' },
    ]);
  });

  it.each([
    ['none', 'dissatisfied', []],
    ['one', 'dissatisfied', ['213']],
    ['all of a level', 'very_dissatisfied', ['108', '109', '110', '111', '112', '113', '114']],
  ] as const)('accepts %s', (_what, level, tags) => {
    expect(checkTags(level, tags, online)).toEqual({ ok: true });
  });

  it.each([
    ['dissatisfied', ['213', '999'], 'unknown_indicator', '999'],
    ['dissatisfied', ['403'], 'unknown_indicator', '403'],
    ['dissatisfied', ['0213'], 'unknown_indicator', '0213'],
    ['dissatisfied', ['201'], 'retired_indicator', '201'],
    ['dissatisfied', ['101'], 'retired_indicator', '101'],
    ['dissatisfied', ['115'], 'indicator_of_other_level', '115'],
    ['very_satisfied', ['214'], 'indicator_of_other_level', '214'],
    ['dissatisfied', ['213', '214', '213'], 'duplicate_indicator', '213'],
  ] as const)('refuses for %s %j: %s', (level, tags, ...[reason, code]) => {
    expect(checkTags(level, tags, online)).toEqual({ ok: false, reason, code });
  });
});
