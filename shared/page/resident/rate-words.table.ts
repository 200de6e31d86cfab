import type { Language } from '../../domain/text/language.ts';

type Words = Readonly<Record<Language, string>>;

/** Texts of the rating page. */
export const rateWords = {
  title: { zh: '请评价本次服务', en: 'Rate this service' },
  lead: { zh: '请如实选择一项，约需20秒。', en: 'Choose one as you found it; about 20 seconds.' },
  hint: {
    zh: '评价您刚办理的这一次服务：选择一项，提交后得到回执编号。不满意的，承办部门会回访、整改并反馈结果，您可凭回执编号查询进展。',
    en: 'Rate the one service named below: choose a level and send it, and you get a receipt number. If you are not satisfied, the department contacts you, puts it right and tells you the result; the receipt number leads to its progress.',
  },
  readAloud: { zh: '朗读', en: 'Read aloud' },
  matter: { zh: '办理事项', en: 'Matter' },
  service: { zh: '服务环节', en: 'Service' },
  department: { zh: '承办部门', en: 'Department' },
  servedAt: { zh: '服务时间', en: 'Served on' },
  applicant: { zh: '申请人', en: 'Applicant' },
  details: { zh: '办件信息', en: 'About this service' },
  level: { zh: '您对本次服务是否满意？', en: 'How satisfied are you with this service?' },
  reasonNeeded: {
    zh: '请选择不满意的原因（至少一项），或填写具体情况',
    en: 'Choose at least one reason, or write what happened',
  },
  reason: { zh: '请选择原因（选填）', en: 'Reasons (optional)' },
  more: { zh: '更多选项', en: 'More' },
  text: { zh: '意见建议（选填）', en: 'Comments (optional)' },
  textHint: {
    zh: '请勿填写身份证号、电话号码、住址等个人信息。最多500字。',
    en: 'Leave out ID numbers, phone numbers and addresses. At most 500 characters.',
  },
  contact: { zh: '回访', en: 'Call-back' },
  contactBy: {
    zh: '为核实情况，承办部门将于{due}前回访。',
    en: 'To look into it, the department will contact you by {due}.',
  },
  contactSoon: {
    zh: '为核实情况，承办部门将在规定期限内回访。',
    en: 'To look into it, the department will contact you within the set term.',
  },
  contactLook: {
    zh: '工作人员查看您的姓名、电话须说明理由，并全程留痕。',
    en: 'Staff give a reason for each look at your name and number, and every look is recorded.',
  },
  contactConsent: {
    zh: '同意就整改情况再次与我联系',
    en: 'They may contact me again about the rectification',
  },
  publishConsent: {
    zh: '同意在隐去个人信息后公开我的文字评价',
    en: 'My words may be published without personal data',
  },
  send: { zh: '提交评价', en: 'Send rating' },
  voluntary: {
    zh: '评价遵循自愿原则，是否评价、如何评价均不影响事项办理。',
    en: 'Rating is voluntary. Whether and how you rate does not affect your case.',
  },
  notice: { zh: '个人信息保护告知', en: 'Privacy notice' },
  noticeText: {
    zh: '为办理评价、回访和整改，{unit}（电话：{phone}）依法处理您的姓名、联系方式、办件和评价内容，提供给承办单位和省评价中心，保存至评价办结后{years}年；您可查阅、更正、申请删除；公开文字评价须经您同意。',
    en: 'To handle ratings, call-backs and rectification, {unit} (phone {phone}) processes your name, contact details, case and rating under the law, passes them to the department in charge and the provincial evaluation center, and keeps them for {years} years after the rating is settled. You may see and correct them and ask for their deletion. Your words are published only with your consent.',
  },
  unnamedUnit: { zh: '运行本服务的单位', en: 'the unit that runs this service' },
  askForUnit: {
    zh: '单位名称尚未填写，可拨打{phone}询问。',
    en: 'Its name has not been entered; call {phone} to ask for it.',
  },
  validUntil: { zh: '链接有效期至{until}。', en: 'This link is valid until {until}.' },
} as const satisfies Readonly<Record<string, Words>>;

export const fieldFaults = {
  level_missing: { zh: '请选择一项满意度', en: 'Choose how satisfied you are' },
  reason_missing: {
    zh: '请选择不满意的原因或填写具体情况',
    en: 'Choose a reason or write what happened',
  },
  text_too_long: { zh: '意见建议最多500字', en: 'Comments have at most 500 characters' },
} as const satisfies Readonly<Record<string, Words>>;

export type FieldFault = keyof typeof fieldFaults;

export const faultHeading: Words = { zh: '有一处需要补充', en: 'There is a problem' };

/** What the script says while it sends. */
export const sendingWords = {
  sending: { zh: '正在提交…', en: 'Sending…' },
  offline: {
    zh: '网络未连接，已填内容已保留，请联网后重新提交。',
    en: 'You are offline. What you entered is kept; send it again when you are back.',
  },
  lost: {
    zh: '提交结果未返回，请再次提交，系统不会重复记录。',
    en: 'No answer came. Send it again: it is not recorded twice.',
  },
  busy: {
    zh: '系统繁忙，已填内容已保留，请稍后重试。',
    en: 'The service is busy. What you entered is kept; try again in a moment.',
  },
} as const satisfies Readonly<Record<string, Words>>;
