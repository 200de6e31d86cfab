import type { Language } from '../../domain/text/language.ts';

type Words = Readonly<Record<Language, string>>;

/** Texts of the page on which messages are refused. */
export const messageWords = {
  link: { zh: '短信退订', en: 'Stop text messages' },
  title: { zh: '短信退订', en: 'Text messages' },
  byInvitation: {
    zh: '退订后，不再向办件登记的手机号发送邀请评价短信；已提交的评价，仍会短信告知办理进展。',
    en: 'If you stop messages, none will ask you for a rating at the mobile number of your cases. You are still told what becomes of a rating that you sent.',
  },
  byReceipt: {
    zh: '退订后，不再以短信告知本次评价的办理进展；进展仍可凭回执编号查看。',
    en: 'If you stop messages, you are no longer told by message what becomes of this rating. The progress can still be followed by the receipt number.',
  },
  none: { zh: '当前状态：接收短信。', en: 'Now: you get messages.' },
  invitations: {
    zh: '当前状态：已退订邀请评价短信，仍接收办理进展短信。',
    en: 'Now: no message asks you for a rating; you are still told what becomes of one.',
  },
  all: {
    zh: '当前状态：已退订本次评价的办理进展短信。',
    en: 'Now: messages about this rating are stopped.',
  },
  refuse: { zh: '退订', en: 'Stop messages' },
  allow: { zh: '恢复接收', en: 'Get messages again' },
  refused: {
    zh: '已退订。需要时可在本页恢复接收。',
    en: 'Messages are stopped. You can start them again here.',
  },
  allowed: { zh: '已恢复接收短信。', en: 'You will get messages again.' },
  back: { zh: '返回', en: 'Back' },
} as const satisfies Readonly<Record<string, Words>>;
