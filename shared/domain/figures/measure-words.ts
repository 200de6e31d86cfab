import type { Language } from '../text/language.ts';
import type { Measure } from './measure.table.ts';
import { slotName } from './names.ts';
import type { Slot } from './slot.ts';

export const scoreNames: Readonly<Record<Language, string>> = { zh: '平均分', en: 'Average score' };

const side = (
  plus: readonly Slot[],
  less: readonly Slot[] | undefined,
  language: Language,
): string => {
  const named = (slots: readonly Slot[]): readonly string[] =>
    slots.map((slot) => slotName(slot, language));
  const sum = [named(plus).join(' + '), ...named(less ?? [])].join(' − ');
  if (plus.length + (less?.length ?? 0) === 1) return sum;
  return language === 'zh' ? `（${sum}）` : `(${sum})`;
};

/** The formula that `rateOf` reckons, in words: from the same lists of slots. */
export const formulaOf = (measure: Measure, language: Language): string =>
  [
    side(measure.numerator, measure.numeratorLess, language),
    side(measure.denominator, measure.denominatorLess, language),
  ].join(' ÷ ');
