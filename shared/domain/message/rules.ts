/** 短信规则: when, how often and in which words residents get messages; a part of the policy. */
import * as z from 'zod/mini';

import type { MessageKind } from './kind.ts';
import { templateFor } from './template.ts';

const hour = 60;

/** Nobody is to be woken: no policy may send later than 21:00 or earlier than 7:00. */
const Quiet = z.object({
  /** Minutes of the Shanghai day. */
  from: z.int().check(z.gte(17 * hour), z.lte(21 * hour)),
  until: z.int().check(z.gte(7 * hour), z.lte(10 * hour)),
});

export const MessageRules = z.object({
  quiet: Quiet,
  /** Messages to one person in a day. */
  mostPerDay: z.int().check(z.gte(1), z.lte(10)),
  /** Hours after an invitation without rating until the single reminder. */
  remindAfterHours: z.int().check(z.gte(12), z.lte(168)),
  /** Days after an invitation without rating until the hotline may call. */
  callAfterDays: z.int().check(z.gte(1), z.lte(14)),
  /** Days before the end of the follow-up period. */
  followUpEndingDays: z.int().check(z.gte(1), z.lte(7)),
  texts: z.object({
    invitation: templateFor('invitation'),
    invitation_reminder: templateFor('invitation_reminder'),
    receipt: templateFor('receipt'),
    // Policies that were activated before there was such a message have no text for it.
    entered: z.optional(templateFor('entered')),
    receipt_again: templateFor('receipt_again'),
    answered: templateFor('answered'),
    extended: templateFor('extended'),
    hardship: templateFor('hardship'),
    dismissed: templateFor('dismissed'),
    follow_up_ending: templateFor('follow_up_ending'),
    contest_received: z.optional(templateFor('contest_received')),
    contest_upheld: z.optional(templateFor('contest_upheld')),
    contest_rejected: z.optional(templateFor('contest_rejected')),
    contest_neither: z.optional(templateFor('contest_neither')),
  }),
});
export type MessageRules = Readonly<z.output<typeof MessageRules>>;

const defaultTexts = {
  invitation: '您在{department}办理的“{matter}”已办结，请对本次服务作出评价：{link}',
  invitation_reminder: '您办理的“{matter}”可于{date}前评价，是否评价均不影响事项办理：{link}',
  receipt: '“{matter}”的评价已提交，{department}将于{date}前回访，进度：{link}',
  entered: '您对“{matter}”的评价已由工作人员代为登记，查询回执：{link}',
  receipt_again: '您对“{matter}”的评价回执已补发，查询进度：{link}',
  answered: '您对“{matter}”的评价已反馈整改情况，可于{date}前追评1次，查看：{link}',
  extended: '您对“{matter}”的评价，整改期限延长至{date}，查询进度：{link}',
  hardship: '您对“{matter}”反映的问题已列入整改台账，将于{date}复核，查询进度：{link}',
  dismissed: '您对“{matter}”的差评，经审核申诉成立，查看理由：{link}',
  follow_up_ending: '您对“{matter}”的整改情况尚可追评1次，截止日期为{date}：{link}',
  contest_received: '“{matter}”的评价异议已收到，将电话回访您，{date}前作出结论，进展：{link}',
  contest_upheld: '您对“{matter}”的评价异议经复核成立，您提交的评价已生效，查看回执：{link}',
  contest_rejected: '“{matter}”的评价异议经复核不成立，原评价有效，查看原评价回执：{link}',
  contest_neither: '“{matter}”的两次评价经复核均非申请人作出，均不计入统计，查看结论：{link}',
} as const satisfies Record<MessageKind, string>;

/** Of the policies that state none. */
export const defaultMessageRules = {
  quiet: { from: 21 * hour, until: 8 * hour },
  mostPerDay: 3,
  remindAfterHours: 24,
  callAfterDays: 3,
  followUpEndingDays: 2,
  texts: defaultTexts,
} satisfies MessageRules;

/** Returns the template of a kind, whenever the policy was made. */
export const textOf = ({ texts }: MessageRules, kind: MessageKind): string =>
  texts[kind] ?? defaultTexts[kind];
