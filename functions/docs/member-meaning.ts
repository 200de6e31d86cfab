import type { Language } from '../../shared/domain/text/language.ts';
import { memberWords, titlesInChinese } from './member-words.table.ts';
import type { SchemaRow } from './schema-rows.ts';

const nameIn = (path: string): string => path.split('.').at(-1)?.replace('[]', '') ?? path;

/** Returns what a member means; empty when it has neither words nor a title. */
export const memberMeaning = (
  schema: string,
  { path, title }: Pick<SchemaRow, 'path' | 'title'>,
  language: Language,
): string => {
  const own = memberWords[`${schema}.${path}`];
  if (own !== undefined) return own[language];
  if (title !== '') return language === 'zh' ? (titlesInChinese[title] ?? title) : title;
  return memberWords[nameIn(path)]?.[language] ?? '';
};
