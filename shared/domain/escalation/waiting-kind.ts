/** What a ticket may wait for that is not its department's work. */
export const waitingKinds = [
  'closure', // 闭环审核
  'invalid', // 不予采纳申请的审核
  'hardship', // 列入台账申请的审核
  'extension', // 延期申请的审核
  'transfer', // 改派申请的决定
  'hardship_date', // 台账到期复核
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** 审核提级: who is told, one after the other, that it is overdue. */
export const reviewLevels = ['reviewer', 'supervisor', 'city'] as const;
export type ReviewLevel = (typeof reviewLevels)[number];
