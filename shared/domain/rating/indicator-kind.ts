/** The base set of a level is shown at once, the expanded one after "more". */
export const indicatorSets = ['base', 'expanded'] as const;
export type IndicatorSet = (typeof indicatorSets)[number];

/** What an indicator is about, and so who is responsible for it. */
export const indicatorGroups = [
  'attitude', // 服务态度与业务能力
  'queue', // 排队与跑动
  'material', // 申报材料
  'time', // 办理时限
  'rule', // 办事指南与审批条件
  'other',
] as const;
export type IndicatorGroup = (typeof indicatorGroups)[number];
