import type { NoticeType } from './notice.ts';

/** The text of each notice, in one line. */
export const noticeWords: Readonly<
  Record<NoticeType, { readonly zh: string; readonly en: string }>
> = {
  ticket_opened: {
    zh: '收到新的差评工单，请按期回访、整改',
    en: 'A bad rating opened a ticket: contact the resident and put it right in time',
  },
  remind: {
    zh: '催办：整改时间已过半或回访已超期',
    en: 'Reminder: half of the time is gone, or the resident was not contacted in time',
  },
  yellow: {
    zh: '黄灯预警：整改时间所剩不多',
    en: 'Yellow: little time is left to put it right',
  },
  red: { zh: '红灯：整改已超期', en: 'Red: it was not put right in time' },
  supervise: {
    zh: '督办：整改超期多日仍未反馈',
    en: 'Supervision order: days overdue and still not handed in',
  },
  raise_city: {
    zh: '提级：工单已提交市级督办',
    en: 'Raised: the ticket is before the city now',
  },
  accountability: {
    zh: '效能问责：工单已移交问责',
    en: 'Accountability: the ticket was handed over for accountability',
  },
  claim_asked: {
    zh: '有申请待审核，请由部门以外的人员审核',
    en: 'A claim waits for a ruling by a person outside the department',
  },
  claim_ruled: { zh: '申请已有审核结论', en: 'The claim was ruled on' },
  closure_asked: { zh: '整改已提交，待闭环审核', en: 'It was handed in and waits for review' },
  returned: { zh: '已退回重办', en: 'It was sent back to be done again' },
  urged: { zh: '督办人员催促办理', en: 'A supervisor urges it' },
  transferred: { zh: '工单已转入本部门', en: 'The ticket was transferred to this department' },
  closed: { zh: '工单已闭环', en: 'The ticket is closed' },
  round_two: { zh: '追评仍为差评，工单进入第二轮', en: 'The follow-up is bad again: round two' },
};
