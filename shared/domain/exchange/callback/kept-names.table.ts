import type { Language } from '../../text/language.ts';
import type { KeptReason } from './kept.ts';

/** Why a callback is kept, and what helps. */
export const keptReasonNames: Readonly<Record<KeptReason, Readonly<Record<Language, string>>>> = {
  unreadable: {
    zh: '报文不是 UTF-8 编码的 JSON；请查看原文，读不出的逐项核定后入库，或说明处理结果',
    en: 'The content is not JSON in UTF-8; read it, then take it in and state what cannot be read, or settle it',
  },
  damaged: {
    zh: '报文不是 UTF-8 编码，部分字符在到达前已丢失（以 U+FFFD 表示）；请与省中心核对原文后入库，或说明处理结果',
    en: 'Its bytes were not UTF-8, and U+FFFD stands for what was lost on the way; ask the center for the words, then take it in, or settle it',
  },
  member_twice: {
    zh: '报文中同一成员出现多次，无法确定以哪个为准（原文中逐个编号）；请与省中心核对后入库，评价本身重复的逐条（item）入库',
    en: 'A member stands in it more than once, and it is not clear which one counts (each is numbered in the content); ask the center, then take it in; when the evaluation itself came twice, take in each by its place (item)',
  },
  case_unknown: {
    zh: '未找到办件；办件到达后自动重试，办件统一编号有误的请核定后入库',
    en: 'The case is unknown; tried again when it arrives; if its number is wrong, state the right one',
  },
  contact_unknown: {
    zh: '无法确定所评的服务；自动重试，或核定服务次序后入库',
    en: 'It is not clear which contact was rated; tried again, or state the contact',
  },
  ticket_unknown: {
    zh: '该办件尚无工单；自动重试，或核定服务次序后入库',
    en: 'The case has no such ticket yet; tried again, or state the contact',
  },
  ticket_none: {
    zh: '所评服务没有差评，因而没有工单，处理记录未入库；请查看原文，与省中心核对后说明处理结果',
    en: 'What it is about has no bad rating and so no ticket, and its steps are not stored; read the content, ask the center, then settle it',
  },
  first_rating_unknown: {
    zh: '尚未收到首次评价；自动重试',
    en: 'The first rating has not arrived; tried again',
  },
  busy: { zh: '工单正被他人处理；自动重试', en: 'The ticket was busy; tried again' },
  steps_waiting: {
    zh: '处理记录较多，其余分批入库',
    en: 'There are many steps; the rest are stored by the next attempts',
  },
  evaluation_missing: {
    zh: '报文中未找到评价；请查看原文并与省中心核对，有评价的核定后入库',
    en: 'No evaluation was found in it; read it and ask the center; if there is one, take it in as stated',
  },
  contact_unreadable: {
    zh: '注明了所评的服务，但无法识别；请查看原文，核定服务次序后入库',
    en: 'It names a contact in a form that cannot be read; read the content, then state the contact',
  },
  several_evaluations: {
    zh: '一次推送了多条评价，其中有未入库的；请查看原文，逐条（item）核定后入库，再说明处理结果',
    en: 'It brings several evaluations, not all of which are stored; read the content, take in each of the others by its place (item), then settle it',
  },
  level_unreadable: {
    zh: '满意度无法识别；请查看原文，核定满意度后入库',
    en: 'The level cannot be read; read the content, then state the level',
  },
  default_follow_up: {
    zh: '追评不可能是系统默认评价；请与省中心核对，确为追评的核定渠道后入库',
    en: 'A follow-up cannot be made by default; ask the center, and state the channel when it is a follow-up',
  },
  steps_missing: {
    zh: '报文不含工单；请查看原文并与省中心核对',
    en: 'There is no work order in it; read it and ask the center',
  },
  stored_in_part: {
    zh: '可识别的部分已入库，其余见原文',
    en: 'What could be read is stored; see the content for the rest',
  },
  callback_differs: {
    zh: '同一评价编号先后有不同内容，首次内容有效；请与省中心核对，确为另一条评价的可入库',
    en: 'The id came before with other content, which stays; ask the center, and take it in when it is another rating',
  },
  already_rated: {
    zh: '该服务已有评价，首次评价有效；两者不一致的请联系评价人核实',
    en: 'The contact is rated already, and that rating stays; contact the rater about the two',
  },
  append_used: {
    zh: '该服务已有追评，首次追评有效；请联系评价人核实',
    en: 'There is a follow-up already, which stays; contact the rater',
  },
  append_closed: {
    zh: '尚无已办结的工单，或追评期已过；有工单的办结后可入库，否则请联系评价人',
    en: 'No ticket is closed, or the window is over; take it in once a ticket is closed, or else contact the rater',
  },
  refused: {
    zh: '未能入库；请查看原文并说明处理结果',
    en: 'It could not be stored; read the content and settle it',
  },
};
