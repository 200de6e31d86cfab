import { indicatorOf } from '../../shared/domain/rating/indicator.ts';
import type { IndicatorTable } from '../../shared/domain/rating/indicator.ts';
import type { Language } from '../../shared/domain/text/language.ts';

/** Returns the tags of a rating with their texts, retired ones as well. */
export const tagsView = (tags: readonly string[], indicators: IndicatorTable, language: Language) =>
  tags.map((code) => ({ code, text: indicatorOf(indicators, code)?.[language] ?? code }));
