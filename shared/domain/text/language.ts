/** The languages every text for residents and staff exists in. */
export type Language = 'zh' | 'en';

/** As `content-language` and `lang` name them. */
export const languageTags = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;
