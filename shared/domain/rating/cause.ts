import * as z from 'zod/mini';

/** 差评原因: what went wrong, for the analysis of causes. */
const causes = [
  'process', // 流程
  'material', // 申报材料
  'time', // 办理时间
  'staff_attitude', // 服务态度
  'staff_skill', // 业务能力
  'guide', // 服务引导
  'online', // 网办
  'facility', // 办事场所
  'other', // 其他
] as const;
export const Cause = z.enum(causes);
export type Cause = z.output<typeof Cause>;
