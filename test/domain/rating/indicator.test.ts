import { describe, expect, it } from 'vitest';

import { indicators } from '../../../shared/domain/rating/indicator.ts';
import { checkTags, indicatorOf, indicatorsFor } from '../../../shared/domain/rating/indicator.ts';
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

const codesOf = (version: number) =>
  levels.map((level) => {
    const rows = indicators.filter((row) => row.version === version && row.level === level);
    return rows.map(({ code }) => code).join(' ');
  });

describe('the indicator table', () => {
  it('has the 40 indicators in force and the 32 retired ones, each once and in both languages', () => {
    expect(indicators.filter(({ version }) => version === 2)).toHaveLength(40);
    expect(indicators.filter(({ version }) => version === 1)).toHaveLength(32);
    expect(new Set(indicators.map(({ code }) => code)).size).toBe(72);
    for (const { zh, en } of indicators) {
      expect(zh).toMatch(/^[\p{Script=Han}\d]+$/u);
      expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
  });

  it('begins each code with the digit of its level', () => {
    const wrong = indicators.filter(({ code, level }) => code[0] !== digits[level]);
    expect(wrong).toEqual([]);
  });

  it.each(levels)('shows three of %s first and five on "more"', (level) => {
    const sets = indicatorsFor(level).map(({ set }) => set);
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
    expect(indicatorOf(code)?.zh).toBe(zh);
  });

  it('names the codes of each version without a gap but the one of the sources', () => {
    expect(codesOf(2)).toEqual([
      '510 511 512 513 514 515 516 517',
      '406 407 408 409 410 411 412 413',
      '307 308 309 310 311 312 313 314',
      '207 208 209 210 211 212 213 214',
      '108 109 110 111 112 113 114 115',
    ]);
    expect(codesOf(1)).toEqual([
      '501 502 503 504 505 506 507 508 509',
      '401 402 404 405',
      '301 302 303 304 305 306',
      '201 202 203 204 205 206',
      '101 102 103 104 105 106 107',
    ]);
  });

  it('has no 403, which the sources lack', () => {
    expect(indicatorOf('403')).toBeUndefined();
  });
});

describe('checkTags', () => {
  it.each([
    ['none', 'dissatisfied', []],
    ['one', 'dissatisfied', ['213']],
    ['all of a level', 'very_dissatisfied', ['108', '109', '110', '111', '112', '113', '114']],
  ] as const)('accepts %s', (_what, level, tags) => {
    expect(checkTags(level, tags)).toEqual({ ok: true });
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
    expect(checkTags(level, tags)).toEqual({ ok: false, reason, code });
  });
});
