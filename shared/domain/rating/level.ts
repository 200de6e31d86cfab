/**
 * 满意度: the five levels of a rating, best first. Names, because the wire codes of the
 * specifications contradict each other.
 */
import * as z from 'zod/mini';

import type { Language } from '../text/language.ts';

export const levels = [
  'very_satisfied',
  'satisfied',
  'basically_satisfied',
  'dissatisfied',
  'very_dissatisfied',
] as const;

export const Level = z.enum(levels);
export type Level = z.output<typeof Level>;

/** 基本满意及以上 is satisfied. */
const sides = {
  very_satisfied: 'satisfied',
  satisfied: 'satisfied',
  basically_satisfied: 'satisfied',
  dissatisfied: 'dissatisfied',
  very_dissatisfied: 'dissatisfied',
} as const satisfies Record<Level, 'dissatisfied' | 'satisfied'>;

export const satisfiedLevels = levels.filter((level) => sides[level] === 'satisfied');
export const dissatisfiedLevels = levels.filter((level) => sides[level] === 'dissatisfied');

export const levelNames: Readonly<Record<Level, Readonly<Record<Language, string>>>> = {
  very_satisfied: { zh: '非常满意', en: 'Very satisfied' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  basically_satisfied: { zh: '基本满意', en: 'Basically satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  very_dissatisfied: { zh: '非常不满意', en: 'Very dissatisfied' },
};

/** 10/8/6/3/0 as published by Guangdong; a default that a policy replaces. */
export const defaultScores: Readonly<Record<Level, number>> = {
  very_satisfied: 10,
  satisfied: 8,
  basically_satisfied: 6,
  dissatisfied: 3,
  very_dissatisfied: 0,
};
