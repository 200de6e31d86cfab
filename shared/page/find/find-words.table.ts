import type { Language } from '../../domain/text/language.ts';

type Words = Readonly<Record<Language, string>>;

/** Texts of the page on which a receipt number is entered. */
export const findWords = {
  title: { zh: '查询评价', en: 'Find a rating' },
  lead: {
    zh: '凭回执编号可查看评价的办理进展和反馈，整改反馈后可追评1次。',
    en: 'With its receipt number you see where a rating stands and what the department answers.',
  },
  number: { zh: '回执编号', en: 'Receipt number' },
  form: {
    zh: '回执编号由21位办件编号、服务次序、12位校验码组成，以短横线相连。字母不区分大小写。',
    en: 'It has three parts joined by hyphens: 21 digits, one or two digits, and 12 characters. Capital and small letters are the same.',
  },
  send: { zh: '查询', en: 'Find' },
  lost: {
    zh: '尚未评价的，请完整打开短信或二维码中的评价链接。遗失编号的，请拨打{phone}。',
    en: 'If you have not rated yet, open the whole link of your message or QR code. If the number is lost, call {phone}.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const findFaults = {
  number_missing: { zh: '请填写回执编号', en: 'Enter the receipt number' },
  receipt_unknown: {
    zh: '没有这个回执编号，请核对后重新填写',
    en: 'There is no such receipt number: check it and enter it again',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type FindFault = keyof typeof findFaults;
