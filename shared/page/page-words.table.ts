import type { Language } from '../domain/text/language.ts';
import type { PageStyle } from './mode.ts';

type Words = Readonly<Record<Language, string>>;

/** The words that every page has. */
export const pageWords = {
  product: { zh: '政务服务“好差评”', en: 'Service ratings' },
  code: { zh: '错误代码', en: 'Code' },
  fault: { zh: '错误：', en: 'Error: ' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  view: { zh: '显示方式', en: 'Display' },
  site: { zh: '网站导航', en: 'Site' },
  otherLanguage: { zh: 'English', en: '中文' },
  interface: { zh: '接口说明', en: 'Interface' },
  problems: { zh: '错误代码', en: 'Problem codes' },
  method: { zh: '统计口径', en: 'Figures' },
  find: { zh: '查询评价', en: 'Find a rating' },
  privacy: { zh: '个人信息保护', en: 'Privacy' },
  accessibility: { zh: '无障碍说明', en: 'Accessibility' },
  version: { zh: '版本', en: 'Version' },
  hint: { zh: '页面说明', en: 'About this page' },
} as const satisfies Record<string, Words>;

export const styleNames = {
  standard: { zh: '标准版', en: 'Standard' },
  elder: { zh: '长辈版', en: 'Large text' },
  contrast: { zh: '高对比度', en: 'High contrast' },
} as const satisfies Record<PageStyle, Words>;
