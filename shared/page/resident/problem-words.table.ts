import type { Language } from '../../domain/text/language.ts';

type Words = Readonly<Record<Language, string>>;

interface ProblemWords {
  readonly heading: Words;
  readonly advice: Words;
}

const badLink: ProblemWords = {
  heading: { zh: '评价链接无效', en: 'This link is not valid' },
  advice: {
    zh: '请完整打开短信或二维码中的链接；仍无法打开的，请在办事平台重新获取，或拨打{phone}。',
    en: 'Open the whole link of the message or the QR code. If it still fails, get a new one where you applied, or call {phone}.',
  },
};

const tryAgain: ProblemWords = {
  heading: { zh: '系统繁忙', en: 'The service is busy' },
  advice: {
    zh: '请稍后重试，系统不会重复记录；多次失败请拨打{phone}。',
    en: 'Try again in a moment; nothing is recorded twice. If it keeps failing, call {phone}.',
  },
};

const notReadable: ProblemWords = {
  heading: { zh: '提交的内容无法读取', en: 'What was sent cannot be read' },
  advice: {
    zh: '请返回重新打开评价链接并提交；仍无法提交的，请拨打{phone}。',
    en: 'Go back, open the link again and send it once more. If it still fails, call {phone}.',
  },
};

const followUpOver: ProblemWords = {
  heading: { zh: '不在追评期限内', en: 'No follow-up can be sent now' },
  advice: {
    zh: '差评整改反馈后可追评1次。对结果仍不满意，可拨打{phone}。',
    en: 'One follow-up can be sent after the answer, within its term. If you are not satisfied, call {phone}.',
  },
};

/** The words for residents; the interface has others, for the people who connect systems. */
export const residentProblems = {
  token_invalid: badLink,
  token_of_other_channel: badLink,
  case_unknown: badLink,
  contact_unknown: badLink,
  token_expired: {
    heading: { zh: '链接已过期', en: 'The link has expired' },
    advice: {
      zh: '请在办事平台重新获取，或拨打{phone}。',
      en: 'Get a new one where you applied, or call {phone}.',
    },
  },
  already_rated: {
    heading: { zh: '本次服务已评价', en: 'This service has been rated' },
    advice: {
      zh: '评价提交后不能更改；差评整改反馈后可追评1次。不是您本人评价的，可在短信或二维码链接打开的页面提出异议，或拨打{phone}。',
      en: 'A rating cannot be changed; after the answer one follow-up can be sent. If it was not you who rated, the page of the link in your message or QR code lets you object, or call {phone}.',
    },
  },
  contest_not_rated: {
    heading: { zh: '本次服务尚未评价', en: 'This service is not rated yet' },
    advice: {
      zh: '请重新打开评价链接，直接提交评价；如有疑问，请拨打{phone}。',
      en: 'Open the link again and send your rating; if that fails, call {phone}.',
    },
  },
  contest_own_rating: {
    heading: { zh: '该评价由您本人提交', en: 'You gave this rating yourself' },
    advice: {
      zh: '评价提交后不能更改；差评整改反馈后可追评1次。如有疑问，请拨打{phone}。',
      en: 'A rating cannot be changed; after the answer one follow-up can be sent. If you did not rate, call {phone}.',
    },
  },
  contest_closed: {
    heading: { zh: '评价异议已复核', en: 'The objection was ruled on' },
    advice: {
      zh: '不再受理新的异议。如仍有疑问，请拨打{phone}。',
      en: 'No further objection is taken. If you still disagree, call {phone}.',
    },
  },
  contest_not_taken: {
    heading: { zh: '不能在线受理该次评价异议', en: 'This objection cannot be taken online' },
    advice: {
      zh: '本次提交未予记录。请拨打{phone}提出异议。',
      en: 'Nothing of it was recorded. Call {phone} to object.',
    },
  },
  contest_reference_unknown: {
    heading: { zh: '没有这个异议编号', en: 'There is no such objection number' },
    advice: {
      zh: '请核对编号后重新打开；遗失编号的，请拨打{phone}。',
      en: 'Check the number and open it again; if it is lost, call {phone}.',
    },
  },
  too_many_attempts: tryAgain,
  contact_not_yet: {
    heading: { zh: '服务尚未开始', en: 'The service has not begun' },
    advice: {
      zh: '请在接受服务后再评价，或拨打{phone}。',
      en: 'Rate it after the service, or call {phone}.',
    },
  },
  receipt_unknown: {
    heading: { zh: '没有这个回执编号', en: 'There is no such receipt' },
    advice: {
      zh: '回执编号由21位办件编号、服务次序、12位校验码组成，以短横线相连（异议成立后的回执另有末段“2”）。请核对后重新打开；遗失编号请拨打{phone}。',
      en: 'A receipt number has three parts joined by hyphens: 21 digits, one or two digits, and 12 characters. Check it and open it again; if it is lost, call {phone}.',
    },
  },
  claim_refused: {
    heading: { zh: '不能领取回执', en: 'This receipt cannot be claimed' },
    advice: {
      zh: '请核对评价器显示的领取码。领取码已由其他手机使用，或评价上传已满24小时的，不能领取；如需查询办理进展，请拨打{phone}。',
      en: 'Check the code that the pad showed. It cannot be used if another phone used it first, or 24 hours after the rating arrived. To ask about the progress, call {phone}.',
    },
  },
  append_closed: followUpOver,
  append_used: {
    heading: { zh: '已追评', en: 'The follow-up was sent before' },
    advice: {
      zh: '追评限1次，已记录。对结果仍不满意，可拨打{phone}。',
      en: 'Only one follow-up can be sent, and it is recorded. If you are not satisfied, call {phone}.',
    },
  },
  illegal_move: followUpOver,
  reason_missing: notReadable,
  unknown_indicator: notReadable,
  retired_indicator: notReadable,
  indicator_of_other_level: notReadable,
  duplicate_indicator: notReadable,
  invalid_json: notReadable,
  not_utf8: notReadable,
  invalid_input: notReadable,
  body_too_large: notReadable,
  unsupported_media_type: notReadable,
  charset_not_taken: notReadable,
  content_encoding_not_taken: notReadable,
  busy: tryAgain,
  fault: {
    heading: { zh: '系统异常', en: 'Something went wrong' },
    advice: {
      zh: '请稍后重试，系统不会重复记录；多次失败请拨打{phone}。',
      en: 'Try again in a moment; nothing is recorded twice. If it keeps failing, call {phone}.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;
