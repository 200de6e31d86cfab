import type { Language } from '../domain/text/language.ts';

/** 标准版, 长辈版 and 高对比度. */
export const pageStyles = ['standard', 'elder', 'contrast'] as const;
export type PageStyle = (typeof pageStyles)[number];

/** How a reader sees a page. Links remember it; nothing is stored. */
export interface PageMode {
  readonly language: Language;
  readonly style: PageStyle;
}

type Query = Readonly<Record<string, string | undefined>>;

/** Returns an address of this service in this mode. */
export const addressIn = (
  { language, style }: PageMode,
  path: string,
  query: Query = {},
): string => {
  const asked: Query = {
    lang: language,
    style: style === 'standard' ? undefined : style,
    ...query,
  };
  const given = Object.entries(asked).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `${path}?${new URLSearchParams(given).toString()}`;
};
