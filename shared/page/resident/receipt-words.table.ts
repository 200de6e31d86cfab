import type { Language } from '../../domain/text/language.ts';

type Words = Readonly<Record<Language, string>>;

/** Texts of the receipt page. */
export const receiptWords = {
  title: { zh: '评价回执', en: 'Receipt of your rating' },
  hint: {
    zh: '查看评价的办理进展和反馈。差评整改反馈后，可在本页追评1次。请保存回执编号。',
    en: 'See where your rating stands and what the department answers. After the answer to a bad rating you may rate once more here. Keep the receipt number.',
  },
  goodHint: {
    zh: '查看您提交的评价。请保存回执编号，凭编号可随时打开本页。',
    en: 'See the rating that you sent. Keep the receipt number: it leads back to this page at any time.',
  },
  thanks: { zh: '评价提交成功，感谢您的评价。', en: 'Your rating was received, thank you.' },
  counted: {
    zh: '您的评价已计入该部门的服务评价。',
    en: 'It counts towards the ratings of the department.',
  },
  voided: {
    zh: '该评价已于{at}作废：经回访申请人并由两人复核，认定该评价非申请人本人作出，不再计入统计。',
    en: 'This rating was voided on {at} and no longer counts: the applicant was called, and two persons ruled that it was not made by the person served.',
  },
  voidedRating: { zh: '已作废的评价', en: 'The voided rating' },
  voidedState: { zh: '已作废', en: 'Voided' },
  followThanks: {
    zh: '追评提交成功，感谢您的评价。',
    en: 'Your follow-up was received, thank you.',
  },
  followReceived: { zh: '追评提交成功。', en: 'Your follow-up was received.' },
  again: {
    zh: '您对整改结果不满意，{department}须二次整改，将于{contact}前回访，{rectify}前反馈整改情况。',
    en: 'As you are not satisfied, {department} must rectify again: it will contact you by {contact} and tell you the result by {rectify}.',
  },
  againDue: {
    zh: '您对整改结果不满意，{department}须二次整改，将于{rectify}前反馈整改情况。',
    en: 'As you are not satisfied, {department} must rectify again and tell you the result by {rectify}.',
  },
  againPending: {
    zh: '您对整改结果不满意，{department}须二次整改。',
    en: 'As you are not satisfied, {department} must rectify again.',
  },
  promise: {
    zh: '{department}将于{contact}前回访，{rectify}前反馈整改情况。',
    en: '{department} will contact you by {contact} and tell you the result by {rectify}.',
  },
  pendingCalendar: {
    zh: '期限所在年份的节假日安排尚未公布（待国务院办公厅公布），公布后自动确定。',
    en: 'The term reaches into a year whose days off the State Council has not announced; it is set as soon as they are.',
  },
  number: { zh: '回执编号', en: 'Receipt number' },
  keep: {
    zh: '请妥善保存回执编号，凭编号可随时查看办理进展。持有编号的人都可查看，请勿转发。',
    en: 'Keep this number: it leads back to this page at any time. Everybody who has it can read this page, so do not pass it on.',
  },
  copy: { zh: '复制编号', en: 'Copy the number' },
  print: { zh: '打印', en: 'Print' },
  yours: { zh: '您的评价', en: 'What you said' },
  matter: { zh: '办理事项', en: 'Matter' },
  department: { zh: '承办部门', en: 'Department' },
  level: { zh: '满意度', en: 'Level' },
  showLevel: { zh: '显示评价内容', en: 'Show what was said' },
  tags: { zh: '原因', en: 'Reasons' },
  text: { zh: '意见建议', en: 'Comments' },
  channel: { zh: '评价渠道', en: 'Channel' },
  receivedAt: { zh: '收到时间', en: 'Received' },
  progress: { zh: '办理进展', en: 'Progress' },
  round: { zh: '二次整改', en: 'Second rectification' },
  state: { zh: '当前状态', en: 'State' },
  overdue: {
    zh: '{department}未按期办理，已超过期限，系统按规定逐级督办。您也可拨打{phone}反映。',
    en: '{department} is overdue; its superiors are told step by step. You may also call {phone}.',
  },
  wasDue: { zh: '已超期，期限为{due}', en: 'overdue since {due}' },
  latest: { zh: '最晚{due}', en: 'by {due}' },
  contactTerm: { zh: '回访期限', en: 'Term for the call-back' },
  rectifyTerm: { zh: '整改期限', en: 'Term for the rectification' },
  why: { zh: '期限如何计算', en: 'How the term is counted' },
  calendarFile: { zh: '添加到日历', en: 'Add to calendar' },
  calendarTitle: { zh: '政务服务评价整改反馈期限', en: 'Answer to your rating is due' },
  answers: { zh: '反馈', en: 'Answer' },
  answerOf: { zh: '{at} 反馈', en: 'Answered on {at}' },
  extended: {
    zh: '整改期限已延长{days}个工作日（原期限{from}），原因：情况复杂，需要更多时间。',
    en: 'The term was extended by {days} working days (it was {from}): the matter needs more time.',
  },
  hardship: {
    zh: '暂不能整改到位，已列入整改台账，限期整改，{reviewOn}复核。',
    en: 'It cannot be put right yet. It is on the rectification register and will be reviewed on {reviewOn}.',
  },
  dismissed: {
    zh: '经审核，本次评价不予采纳（{at}）。原因：{reason}',
    en: 'On review, this rating was dismissed ({at}). Reason: {reason}',
  },
  noReason: { zh: '未填写', en: 'not given' },
  attempts: { zh: '已联系您{count}次', en: 'Attempts to reach you: {count}' },
  looks: { zh: '查看记录', en: 'Who looked' },
  looksLead: {
    zh: '以下工作人员查看过您的姓名和电话：',
    en: 'These staff looked at your name and number:',
  },
  look: { zh: '{at}，{role}', en: '{at}, {role}' },
  follow: { zh: '追加评价', en: 'Follow-up rating' },
  followLead: {
    zh: '差评整改反馈后可追评1次，截止日期为{until}。',
    en: 'After the answer you may rate once more, up to and including {until}.',
  },
  showFollowUp: { zh: '显示追评内容', en: 'Show what you said' },
  followSent: { zh: '您已追评：{level}（{at}）。', en: 'Your follow-up: {level} ({at}).' },
  followText: { zh: '具体情况（选填）', en: 'Comments (optional)' },
  followSend: { zh: '提交追评', en: 'Send follow-up' },
  followLevel: { zh: '您对整改结果是否满意？', en: 'Are you satisfied with the result?' },
  stillNot: {
    zh: '如有疑问或对结果仍不满意，可拨打{phone}。',
    en: 'If you have a question or are still not satisfied, call {phone}.',
  },
} as const satisfies Readonly<Record<string, Words>>;
