/**
 * 特别程序: what changes the term of a case after its acceptance. An extension (延长审批,
 * 行政许可法第四十二条) is lawful once, within the term, by the head of the authority, and for at most
 * ten working days. The time of the other kinds (第三十二条, 第四十五条) is no part of the term.
 */
export const suspensionKinds = [
  'supplement', // 补正
  'hearing', // 听证
  'inspection', // 检验、检测、检疫、鉴定
  'expert_review', // 专家评审
  'public_notice', // 公示
  'tender', // 招标、拍卖
  'other', // 其他
] as const;

export const procedureKinds = [
  'extension', // 延长审批
  ...suspensionKinds,
] as const;
export type ProcedureKind = (typeof procedureKinds)[number];

export interface Procedure {
  readonly kind: ProcedureKind;
  readonly reason?: string | undefined;
  /** Of an extension; of a suspension the time that the applicant was told. */
  readonly workingDays?: number | undefined;
  /** 批准人: the head who approved an extension. */
  readonly approvedBy?: string | undefined;
}

/** The most that an extension may add, in working days. */
export const longestExtension = 10;
