/** 通知类型: what a notice can be about. */
export const ticketNoticeTypes = [
  'ticket_opened', // 派单
  'remind', // 催办
  'yellow', // 黄灯
  'red', // 红灯
  'supervise', // 督办
  'raise_city', // 提级
  'accountability', // 效能问责
  'claim_asked', // 申请待审
  'claim_ruled', // 申请已裁定
  'claim_lapsed', // 申请超期未审核失效
  'review_overdue', // 审核超期
  'closure_asked', // 待闭环审核
  'returned', // 退回重办
  'urged', // 督促
  'transfer_asked', // 申请改派
  'transfer_declined', // 改派申请未获同意
  'transferred', // 改派
  'closed', // 已闭环
  'round_two', // 追评仍为差评
  'rating_voided', // 评价认定为非申请人本人作出
] as const;
export type TicketNoticeType = (typeof ticketNoticeTypes)[number];

export const approvalNoticeTypes = [
  'approval_asked', // 待复核
  'approval_reminder', // 复核即将过期
  'approval_expired', // 复核已过期
] as const;
export type ApprovalNoticeType = (typeof approvalNoticeTypes)[number];

export const padNoticeTypes = [
  'press_unbound', // 评价器差评待归属
  'pad_broken', // 评价器存储故障
  'pad_rating_lost', // 评价器未能保存评价
] as const;
export type PadNoticeType = (typeof padNoticeTypes)[number];

export const contestNoticeTypes = [
  'rating_contested', // 评价异议待复核
  'contest_reminder', // 评价异议复核即将到期
  'contest_overdue', // 评价异议复核超期
] as const;
export type ContestNoticeType = (typeof contestNoticeTypes)[number];

export const entryNoticeTypes = [
  'entry_overdue', // 代为登记复核超期
] as const;
export type EntryNoticeType = (typeof entryNoticeTypes)[number];

export const keptPressNoticeTypes = [
  'press_overdue', // 待归属评价超期未处理
  'refused_overdue', // 被拒绝的评价超期未处理
] as const;
export type KeptPressNoticeType = (typeof keptPressNoticeTypes)[number];

export const callbackNoticeTypes = [
  'callback_overdue', // 待处理回调超期
] as const;
export type CallbackNoticeType = (typeof callbackNoticeTypes)[number];

export const differenceNoticeTypes = [
  'difference_overdue', // 对账差异超期未处理
] as const;
export type DifferenceNoticeType = (typeof differenceNoticeTypes)[number];

export const noticeTypes = [
  ...ticketNoticeTypes,
  ...approvalNoticeTypes,
  ...padNoticeTypes,
  ...contestNoticeTypes,
  ...entryNoticeTypes,
  ...keptPressNoticeTypes,
  ...callbackNoticeTypes,
  ...differenceNoticeTypes,
] as const;
export type NoticeType = (typeof noticeTypes)[number];
