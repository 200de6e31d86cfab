/** The languages every text for residents and staff exists in. */
export type Language = 'zh' | 'en';
