import type { Language } from '../text/language.ts';
import type { Measure } from './measure.table.ts';
import { slotName } from './names.ts';
import type { Slot } from './slot.ts';

export const scoreNames: Readonly<Record<Language, string>> = { zh: '平均分', en: 'Average score' };

const formatSide = (
  plus: readonly Slot[],
  less: readonly Slot[] | undefined,
  language: Language,
): string => {
  const nameSlots = (slots: readonly Slot[]): readonly string[] =>
    slots.map((slot) => slotName(slot, language));
  const sum = [nameSlots(plus).join(' + '), ...nameSlots(less ?? [])].join(' − ');
  if (plus.length + (less?.length ?? 0) === 1) return sum;
  return language === 'zh' ? `（${sum}）` : `(${sum})`;
};

/** Returns the formula that `rateOf` computes, in words, from the same lists of slots. */
export const formulaOf = (measure: Measure, language: Language): string =>
  [
    formatSide(measure.numerator, measure.numeratorLess, language),
    formatSide(measure.denominator, measure.denominatorLess, language),
  ].join(' ÷ ');
