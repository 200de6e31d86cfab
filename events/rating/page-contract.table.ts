/** The pages of residents. They take the same as the interface, as a form of a browser. */
import * as z from 'zod/mini';

import { languages } from '../../shared/domain/text/language.ts';
import type { FileForm, Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleReceipt, exampleToken } from '../example.table.ts';
import { draftProblems } from './contract.table.ts';

export const viewParameters: readonly Parameter[] = [
  {
    name: 'lang',
    in: 'query',
    schema: z.enum(languages),
    words: {
      zh: '页面语言；默认按 Accept-Language',
      en: 'Language of the page; by default as Accept-Language asks',
    },
    example: 'zh',
  },
  {
    name: 'style',
    in: 'query',
    schema: z.enum(['standard', 'elder', 'contrast']),
    words: { zh: '标准版、长辈版或高对比度', en: 'Standard, elder or high contrast' },
    example: 'elder',
  },
];

const tokenParameters: readonly Parameter[] = [
  {
    name: 'token',
    in: 'path',
    schema: z.string(),
    words: { zh: '评价链接中的凭证', en: 'Token of the rating link' },
    example: exampleToken,
  },
  ...viewParameters,
];

const receiptParameters: readonly Parameter[] = [
  {
    name: 'receipt',
    in: 'path',
    schema: z.string(),
    words: { zh: '回执编号', en: 'Receipt number' },
    example: exampleReceipt,
  },
  ...viewParameters,
];

const contestParameters: readonly Parameter[] = [
  ...tokenParameters,
  {
    name: 'reference',
    in: 'path',
    schema: z.string(),
    words: { zh: '异议编号', en: 'Number of the contest' },
    example: exampleReceipt,
  },
];

const leadsToContest = {
  status: 303,
  words: { zh: '转到异议页面', en: 'Leads to the page of the contest' },
  content: { mediaType: 'text/html' },
} as const;

const form: FileForm = {
  mediaType: 'application/x-www-form-urlencoded',
  words: { zh: '评价表单', en: 'The rating form' },
  example: 'clientRef=0b5f6a52-6e0f-4f0e-9d54-1f2f7d9a7c11&level=dissatisfied&tag=209&text=',
};

export const pageOf = (zh: string, en: string) =>
  ({ status: 200, words: { zh, en }, content: { mediaType: 'text/html' } }) as const;

export const leadsToReceipt = {
  status: 303,
  words: { zh: '转到回执页面', en: 'Leads to the page of the receipt' },
  content: { mediaType: 'text/html' },
} as const;

const chosenParameter: Parameter = {
  name: 'chosen',
  in: 'query',
  schema: z.enum(['refused', 'allowed']),
  words: { zh: '刚才的选择，页面据此确认', en: 'What was chosen just before, to confirm it' },
  example: 'refused',
};

const messagesForm: FileForm = {
  mediaType: 'application/x-www-form-urlencoded',
  words: { zh: '短信退订表单', en: 'The form' },
  example: 'refuse=yes',
};

const findForm: FileForm = {
  mediaType: 'application/x-www-form-urlencoded',
  words: { zh: '查询表单', en: 'The form' },
  example: `receipt=${exampleReceipt}`,
};

const leadsBack = {
  status: 303,
  words: { zh: '转回本页，确认选择', en: 'Leads back to the page, which confirms the choice' },
  content: { mediaType: 'text/html' },
} as const;

/** Not a problem of the service: the form again, with what is missing. */
const formAgain = {
  status: 422,
  words: { zh: '须补充的表单，保留已填内容', en: 'The form with what is missing, and its entries' },
  content: { mediaType: 'text/html' },
} as const;

export const residentPageOperations = [
  {
    on: 'GET /r/{token}',
    id: 'ratePage',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '评价页面', en: 'The rating page' },
    description: {
      zh: '评价链接打开的页面；打开链接不产生评价，不需要脚本。已由他人评价的，可在此提出异议。',
      en: 'The page to which a rating link leads. Opening it rates nothing; it needs no script. Where another person has rated, it offers to contest that.',
    },
    parameters: tokenParameters,
    answers: [pageOf('评价页面', 'The page')],
    problems: problemsFor('openRead', [
      'token_invalid',
      'token_expired',
      'case_unknown',
      'contact_unknown',
    ]),
  },
  {
    on: 'POST /r/{token}',
    id: 'sendRatingForm',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '提交评价表单', en: 'Send the rating form' },
    description: {
      zh: '与 POST /v1/ratings 相同的评价，以浏览器表单提交；须补充内容时返回 422 与原表单。',
      en: 'The same rating as POST /v1/ratings, sent as a form of a browser. What is missing is answered with 422 and the form.',
    },
    parameters: tokenParameters,
    request: { files: [form] },
    answers: [leadsToReceipt, formAgain],
    problems: problemsFor('openWrite', [
      'token_invalid',
      'token_expired',
      'token_of_other_channel',
      'case_unknown',
      'contact_unknown',
      'already_rated',
      'too_many_attempts',
      ...draftProblems,
    ]),
  },
  {
    on: 'POST /r/{token}/contest',
    id: 'sendContestForm',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '提交评价异议表单', en: 'Send the form of a contest' },
    description: {
      zh: '与 POST /v1/ratings/contest 相同的异议，以浏览器表单提交；须补充内容时返回 422 与原表单。',
      en: 'The same contest as POST /v1/ratings/contest, sent as a form of a browser. What is missing is answered with 422 and the form.',
    },
    parameters: tokenParameters,
    request: { files: [form] },
    answers: [leadsToContest, formAgain],
    problems: problemsFor('openWrite', [
      'token_invalid',
      'token_expired',
      'token_of_other_channel',
      'case_unknown',
      'contact_unknown',
      ...draftProblems,
      'contest_not_rated',
      'contest_own_rating',
      'contest_closed',
      'contest_not_taken',
    ]),
  },
  {
    on: 'GET /r/{token}/contest/{reference}',
    id: 'contestPage',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '评价异议页面', en: 'The page of a contest' },
    description: {
      zh: '异议的进展与结论，内容与 GET /v1/ratings/contest/{reference} 相同；链接过期后仍可凭编号查看。',
      en: 'State and ruling of a contest: the same as GET /v1/ratings/contest/{reference}. It works with its number also when the link has expired.',
    },
    parameters: contestParameters,
    answers: [pageOf('异议页面', 'The page')],
    problems: problemsFor('openRead', ['contest_reference_unknown']),
  },
  {
    on: 'GET /receipt',
    id: 'findPage',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '评价查询页面', en: 'The page that finds a receipt' },
    description: {
      zh: '填写回执编号，打开回执；不需要脚本。',
      en: 'Takes a receipt number and leads to the receipt; it needs no script.',
    },
    parameters: viewParameters,
    answers: [pageOf('查询页面', 'The page')],
    problems: problemsFor('openRead'),
  },
  {
    on: 'POST /receipt',
    id: 'findReceiptForm',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '查询评价', en: 'Find a receipt, as a form' },
    description: {
      zh: '编号无误时转到回执页面；否则返回原表单。',
      en: 'Leads to the page of the receipt, or shows the form again.',
    },
    parameters: viewParameters,
    request: { files: [findForm] },
    answers: [leadsToReceipt, formAgain],
    problems: problemsFor('openWrite', ['receipt_unknown']),
  },
  {
    on: 'GET /receipt/{receipt}',
    id: 'receiptPage',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '回执页面', en: 'The page of a receipt' },
    description: {
      zh: '评价的办理进展、反馈与追评，内容与 GET /v1/receipts/{receipt} 相同。',
      en: 'Progress, answer and follow-up of a rating: the same as GET /v1/receipts/{receipt}.',
    },
    parameters: receiptParameters,
    answers: [pageOf('回执页面', 'The page')],
    problems: problemsFor('openRead', ['receipt_unknown']),
  },
  {
    on: 'POST /receipt/{receipt}/append',
    id: 'sendFollowUpForm',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '提交追评表单', en: 'Send the form of the follow-up' },
    description: {
      zh: '与 POST /v1/receipts/{receipt}/append 相同的追评，以浏览器表单提交。',
      en: 'The same follow-up as POST /v1/receipts/{receipt}/append, sent as a form of a browser.',
    },
    parameters: receiptParameters,
    request: { files: [form] },
    answers: [leadsToReceipt, formAgain],
    problems: problemsFor('openWrite', [
      'receipt_unknown',
      'append_closed',
      'append_used',
      'too_many_attempts',
      ...draftProblems,
      'illegal_move',
      'busy',
    ]),
  },
  {
    on: 'GET /r/{token}/messages',
    id: 'invitationMessagesPage',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '短信退订页面（评价链接）', en: 'The page on which invitations are refused' },
    description: {
      zh: '可退订邀请评价短信的页面；打开页面不改变任何设置。',
      en: 'Offers to stop messages that ask for a rating. Opening it changes nothing.',
    },
    parameters: [...tokenParameters, chosenParameter],
    answers: [pageOf('短信退订页面', 'The page')],
    problems: problemsFor('openRead', ['token_invalid', 'token_expired', 'case_unknown']),
  },
  {
    on: 'POST /r/{token}/messages',
    id: 'chooseInvitationMessages',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '提交短信退订（评价链接）', en: 'Refuse invitations, as a form' },
    description: {
      zh: '与 POST /v1/messages/opt-out 相同，以浏览器表单提交；refuse 为 no 时恢复接收。',
      en: 'The same as POST /v1/messages/opt-out, sent as a form of a browser; refuse=no takes messages again.',
    },
    parameters: tokenParameters,
    request: { files: [messagesForm] },
    answers: [leadsBack],
    problems: problemsFor('openWrite', ['token_invalid', 'token_expired', 'case_unknown', 'busy']),
  },
  {
    on: 'GET /receipt/{receipt}/messages',
    id: 'receiptMessagesPage',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '短信退订页面（回执）', en: 'The page on which messages are refused' },
    description: {
      zh: '可退订各类短信的页面；打开页面不改变任何设置。',
      en: 'Offers to stop all messages. Opening it changes nothing.',
    },
    parameters: [...receiptParameters, chosenParameter],
    answers: [pageOf('短信退订页面', 'The page')],
    problems: problemsFor('openRead', ['receipt_unknown']),
  },
  {
    on: 'POST /receipt/{receipt}/messages',
    id: 'chooseReceiptMessages',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '提交短信退订（回执）', en: 'Refuse messages, as a form' },
    description: {
      zh: '与 POST /v1/messages/opt-out 相同，以浏览器表单提交；refuse 为 no 时恢复接收。',
      en: 'The same as POST /v1/messages/opt-out, sent as a form of a browser; refuse=no takes messages again.',
    },
    parameters: receiptParameters,
    request: { files: [messagesForm] },
    answers: [leadsBack],
    problems: problemsFor('openWrite', ['receipt_unknown', 'busy']),
  },
  {
    on: 'GET /about/privacy',
    id: 'privacyPage',
    to: 'rating/page',
    audience: 'public',
    security: 'none',
    summary: { zh: '个人信息保护告知', en: 'Privacy notice' },
    description: {
      zh: '个人信息保护告知页面：负责单位、电话、保存期限与查阅、更正、删除的途径。',
      en: 'Who is responsible for the data of residents, how long they are kept, and how to see, correct or delete them.',
    },
    parameters: viewParameters,
    answers: [pageOf('页面', 'The page')],
    problems: problemsFor('openRead'),
  },
  {
    on: 'GET /about/accessibility',
    id: 'accessibilityPage',
    to: 'rating/page',
    audience: 'public',
    security: 'none',
    summary: { zh: '无障碍说明', en: 'Accessibility statement' },
    description: {
      zh: '无障碍说明页面：已采取的措施、检查方法、不足与反馈途径。',
      en: 'What makes the pages usable for everyone, what is missing, and whom to tell.',
    },
    parameters: viewParameters,
    answers: [pageOf('页面', 'The page')],
    problems: problemsFor('openRead'),
  },
] as const satisfies readonly Operation[];
