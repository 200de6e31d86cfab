import { describe, expect, it } from 'vitest';

import { levelPressed } from '../../../shared/domain/rating/level-pressed.ts';
import { levelNames, levels } from '../../../shared/domain/rating/level.ts';

describe('the level that a device names', () => {
  it.each(levels)('is read from its code, and from its name in either language: %s', (level) => {
    const { zh, en } = levelNames[level];
    expect([level, zh, en].map(levelPressed)).toEqual([level, level, level]);
  });

  it.each([
    ['capitals', 'VERY_SATISFIED', 'very_satisfied'],
    ['blanks around it', ' 不满意\n', 'dissatisfied'],
    ['a hyphen', 'very-dissatisfied', 'very_dissatisfied'],
    ['several blanks', 'Basically \u3000satisfied', 'basically_satisfied'],
    ['wide letters', 'ｓａｔｉｓｆｉｅｄ', 'satisfied'],
  ])('is read with %s', (_how, sent, level) => {
    expect(levelPressed(sent)).toBe(level);
  });

  it.each([
    ['a number, which the specifications count in both directions', 5],
    ['a number as text', '5'],
    ['a word that is no level', '很好'],
    ['no word', ''],
    ['a list', ['satisfied']],
    ['nothing', undefined],
  ])('is none in %s', (_what, sent) => {
    expect(levelPressed(sent)).toBeUndefined();
  });
});
