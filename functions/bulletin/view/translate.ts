import type { Language } from '../../../shared/domain/text/language.ts';
import { words } from './words.table.ts';
import type { Word } from './words.table.ts';

/** Returns a text of the bulletin in its language, with the placeholders in braces filled in. */
export type Translate = (word: Word, given?: Readonly<Record<string, string | number>>) => string;

export const translator =
  (language: Language): Translate =>
  (word, given = {}) =>
    Object.entries(given).reduce<string>(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      words[word][language],
    );
