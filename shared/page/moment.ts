/** Moments and days as pages write them, in Shanghai. */
import type { Language } from '../domain/text/language.ts';

const zone = { timeZone: 'Asia/Shanghai' } as const;

const dayForms: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { ...zone, month: 'long', day: 'numeric', weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', {
    ...zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }),
};

const timeForm = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' });

/** 12月21日（星期一） */
const inChinese = (at: Date): string => {
  const parts = new Map(dayForms.zh.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('month') ?? ''}月${parts.get('day') ?? ''}日（${parts.get('weekday') ?? ''}）`;
};

/** Returns a day, such as 12月21日（星期一） or Mon, 21 Dec 2026. `at` is a moment or a day. */
export const dayWords = (at: string, language: Language): string => {
  const moment = new Date(at.length === 10 ? `${at}T12:00:00+08:00` : at);
  return language === 'zh' ? inChinese(moment) : dayForms.en.format(moment);
};

/** Returns the last day of a period that ends with the midnight `until`. */
export const lastDayWords = (until: string, language: Language): string =>
  dayWords(new Date(Date.parse(until) - 1).toISOString(), language);

/** Returns a moment to the minute. */
export const momentWords = (at: string, language: Language): string =>
  `${dayWords(at, language)}${language === 'zh' ? '' : ', '}${timeForm.format(new Date(at))}`;
