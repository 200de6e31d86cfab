import type { NoticeType } from './notice-type.ts';

/** The text of each notice, in one line. */
export const noticeWords: Readonly<
  Record<NoticeType, { readonly zh: string; readonly en: string }>
> = {
  ticket_opened: {
    zh: '收到新的差评工单，请按期回访、整改',
    en: 'New ticket for a bad rating: contact the rater and rectify it in time',
  },
  remind: {
    zh: '催办：整改期限已过半或回访已超期',
    en: 'Reminder: half of the rectification term has passed, or the contact is overdue',
  },
  yellow: {
    zh: '黄灯预警：距整改期限不足20%',
    en: 'Yellow: less than 20 % of the rectification term is left',
  },
  red: { zh: '红灯预警：整改已超期', en: 'Red: the rectification is overdue' },
  supervise: {
    zh: '督办：整改超期仍未反馈，请立即办理',
    en: 'Supervision order: overdue and not submitted; act at once',
  },
  raise_city: {
    zh: '提级督办：工单已提交市级督办',
    en: 'Raised: the city supervises this ticket now',
  },
  accountability: {
    zh: '效能问责：拟移送效能监察',
    en: 'Accountability: to be referred to performance supervision',
  },
  claim_asked: {
    zh: '有申请待审核，须由承办部门以外的人员审核',
    en: 'A request awaits a ruling by a person outside the department',
  },
  claim_ruled: { zh: '申请已审核，请查看审核结论', en: 'The request was ruled on; see the ruling' },
  claim_lapsed: {
    zh: '申请超期未审核，已失效；工单恢复办理，期限继续计算',
    en: 'Nobody ruled on the request in time, so it lapsed; work on the ticket goes on and its terms run',
  },
  review_overdue: {
    zh: '待审核事项已超期，请立即审核；仍未审核的将逐级上报',
    en: 'A review is overdue: rule on it now; without a ruling it is raised further',
  },
  closure_asked: {
    zh: '整改已提交，待闭环审核',
    en: 'The rectification was submitted and awaits review',
  },
  returned: { zh: '整改未通过审核，已退回重办', en: 'The rectification was returned; do it again' },
  urged: { zh: '催办：请按期办理', en: 'Reminder by a supervisor: act in time' },
  transfer_asked: {
    zh: '承办部门申请改派，请在一个工作日内决定',
    en: 'The department asks for a transfer; decide within one working day',
  },
  transfer_declined: {
    zh: '改派申请未获同意，请继续按期办理',
    en: 'The transfer was declined; go on with the ticket in time',
  },
  transferred: {
    zh: '工单已改派，由所列部门承办',
    en: 'The ticket was transferred and is now with the department named',
  },
  closed: { zh: '闭环审核已通过，工单已办结', en: 'The review was passed; the ticket is closed' },
  round_two: {
    zh: '追评仍为差评，启动二次整改',
    en: 'The follow-up is bad again: second rectification',
  },
  rating_voided: {
    zh: '经复核，该评价认定为非申请人本人作出，工单不予采纳，不再办理',
    en: 'The rating was ruled not to be the applicant’s; its ticket is dismissed and needs no further work',
  },
  approval_asked: {
    zh: '有事项待复核，须由提出人以外的人员在14日内复核',
    en: 'An act awaits confirmation by another person than its proposer, within 14 days',
  },
  approval_reminder: {
    zh: '待复核事项即将过期，请尽快复核或不予同意',
    en: 'An act that awaits confirmation is about to expire: confirm or refuse it',
  },
  approval_expired: {
    zh: '待复核事项已过期未执行，仍需办理的请重新提出',
    en: 'An act expired without confirmation and was not done; propose it again if it is still wanted',
  },
  press_unbound: {
    zh: '评价器收到差评，暂不能确定对应办件，请核对该窗口当时办理的服务',
    en: 'A bad rating of a pad has no contact yet: find out whom the window served at that time',
  },
  pad_broken: {
    zh: '评价器本机存储故障，现场无法评价，请更换或维修，并引导办事人扫码评价',
    en: 'The storage of a pad is broken and nobody can rate on it: repair or replace it, and let residents rate with their phones',
  },
  pad_rating_lost: {
    zh: '评价器有评价未能保存，办事人已被告知，请检查设备并引导其扫码评价',
    en: 'A pad could not store a rating, which its resident was told: check the device, and let residents rate with their phones',
  },
  rating_contested: {
    zh: '有评价被提出异议，须由承办部门以外的人员先回访申请人再复核',
    en: 'A rating is contested: persons outside its department call the applicant back and then rule on it',
  },
  contest_reminder: {
    zh: '评价异议的复核期限还剩1个工作日，请尽快回访申请人并复核',
    en: 'One working day is left to rule on a contested rating: call the applicant back and rule on it',
  },
  contest_overdue: {
    zh: '评价异议复核已超期，请立即回访申请人并复核',
    en: 'The ruling on a contested rating is overdue: call the applicant back and rule on it now',
  },
  entry_overdue: {
    zh: '代为登记的评价超期未复核，请安排登记人以外的工作人员与原始记录核对',
    en: 'An entered rating was not compared with its record in time: have another person than the one who entered it do so',
  },
  press_overdue: {
    zh: '评价器差评超期仍未确定对应办件，请由两名管理员归属到办件，或说明原因',
    en: 'A bad rating of a pad still has no contact: two administrators take it up for one, or settle it with a note',
  },
  refused_overdue: {
    zh: '评价器评价未能入库且超期未处理，请由两名管理员补录，或说明原因',
    en: 'A rating of a pad was refused and nobody dealt with it in time: two administrators take it up, or settle it with a note',
  },
  callback_overdue: {
    zh: '省中心回传数据未能入库且超期未处理，请由两名管理员办理入库，或说明原因',
    en: 'What the provincial center sent is not stored and nobody dealt with it in time: two administrators take it in, or settle it with a note',
  },
  difference_overdue: {
    zh: '与省中心的对账差异超期未处理，请核实该日差异，补正或说明原因',
    en: 'Differences with the provincial center were not dealt with in time: look into those of that day, put them right or settle them with a note',
  },
};
