/** The languages in which every text for residents and staff exists. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** As used in `content-language` and `lang`. */
export const languageTags = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;
