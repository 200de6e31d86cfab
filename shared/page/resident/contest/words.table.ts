import type { Language } from '../../../domain/text/language.ts';

type Words = Readonly<Record<Language, string>>;

/** Texts of the pages on which a rating that somebody else gave is contested. */
export const contestWords = {
  title: { zh: '本次服务已评价', en: 'This service has been rated' },
  lead: {
    zh: '评价提交后不能更改；差评整改反馈后可追评1次。',
    en: 'A rating cannot be changed; after the answer one follow-up can be sent.',
  },
  late: {
    zh: '本次服务此前已有评价，您刚才填写的评价未计入。不是您本人评价的，请核对以下内容后提交异议；您填写的内容已保留。',
    en: 'This service had been rated before, so what you entered just now does not count. If it was not you who rated, look it over below and send it as an objection; what you entered is kept.',
  },
  hasNumber: {
    zh: '您本人评价的，可',
    en: 'If you rated it yourself, ',
  },
  find: { zh: '凭回执编号查询', en: 'open it by its receipt number' },
  stop: { zh: '。', en: '.' },
  ownReceipt: { zh: '查看您的评价回执', en: 'Open the receipt of your rating' },
  ownContest: { zh: '查看您的评价异议', en: 'See what became of your objection' },
  question: { zh: '不是您本人评价的？', en: 'Was it not you who rated?' },
  explain: {
    zh: '您可以提出异议，并提交本人的评价。承办部门以外的人员将先电话回访申请人，再由两人复核{due}。认定原评价非申请人作出的，原评价不再计入统计，以您提交的评价为准；评价为差评的，自复核之日起办理。',
    en: 'You can object, with your own rating. Staff outside the department first call the applicant, and then two persons rule on it{due}. If the first rating is not the applicant’s, it no longer counts and yours takes its place; a bad one is handled from the day of the ruling.',
  },
  dueBy: { zh: '，于{due}前作出结论', en: ', by {due}' },
  silent: {
    zh: '原评价的内容不予透露。',
    en: 'Nothing of the first rating is told.',
  },
  statement: { zh: '异议说明（选填）', en: 'Why it cannot be yours (optional)' },
  statementHint: {
    zh: '请勿填写身份证号、电话号码、住址等个人信息。最多300字。',
    en: 'Leave out ID numbers, phone numbers and addresses. At most 300 characters.',
  },
  contact: { zh: '回访', en: 'Call-back' },
  send: { zh: '提交异议', en: 'Send objection' },
  closed: {
    zh: '该次服务的评价异议已复核，不再受理新的异议。如仍有疑问，请拨打{phone}。',
    en: 'An objection to this rating was ruled on, and no further one is taken. If you still disagree, call {phone}.',
  },
  open: { zh: '评价异议已收到', en: 'Your objection was received' },
  openNext: {
    zh: '承办部门以外的人员将先电话回访申请人，再由两人复核{due}。请妥善保存异议编号，凭编号可随时打开本页查看结论。',
    en: 'Staff outside the department first call the applicant, and then two persons rule on it{due}. Keep this number: it leads back to this page, which shows the ruling.',
  },
  upheld: { zh: '评价异议成立', en: 'Your objection was upheld' },
  upheldNext: {
    zh: '经回访申请人并由两人复核，认定原评价非申请人作出，不再计入统计；您提交的评价已生效。',
    en: 'The applicant was called, and two persons ruled that the first rating is not the applicant’s. It no longer counts; yours has taken its place.',
  },
  receipt: { zh: '查看您的评价回执', en: 'Open the receipt of your rating' },
  rejected: { zh: '评价异议不成立', en: 'Your objection was not upheld' },
  rejectedNext: {
    zh: '经复核，未采纳您的异议。如有疑问，请拨打{phone}。',
    en: 'After the review your objection was not upheld. If you disagree, call {phone}.',
  },
  neither: { zh: '评价异议已复核', en: 'Your objection was ruled on' },
  neitherNext: {
    zh: '经回访申请人并由两人复核，认定原评价和您提交的评价均非申请人作出，均不计入统计。如有疑问，请拨打{phone}。',
    en: 'The applicant was called, and two persons ruled that neither the first rating nor yours is the applicant’s. None of the two counts. If you disagree, call {phone}.',
  },
  sentAt: { zh: '提出时间', en: 'Sent' },
  decidedAt: { zh: '复核时间', en: 'Ruled on' },
  number: { zh: '异议编号', en: 'Number of the objection' },
  copy: { zh: '复制编号', en: 'Copy the number' },
} as const satisfies Readonly<Record<string, Words>>;
