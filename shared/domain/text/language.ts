/** The languages in which every text for residents and staff exists. */
export type Language = 'zh' | 'en';

/** As used in `content-language` and `lang`. */
export const languageTags = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;
