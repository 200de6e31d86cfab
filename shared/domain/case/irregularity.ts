/** 办理过程异常: what is wrong with the events of a case. The events themselves stay as they came. */

/** The stages of a case in their order. */
export const caseStages = [
  'receive', // 收件
  'accept', // 受理
  'examine', // 审查
  'decide', // 决定
  'conclude', // 办结
  'deliver', // 送达
] as const;
export type CaseStage = (typeof caseStages)[number];

export const irregularityCodes = [
  // Of the steps.
  'step_missing',
  'step_order',
  'step_not_done',
  'accepted_again',
  'finished_again',
  // Of the term.
  'promise_changed',
  'resumed_not_suspended',
  'suspended_again',
  'suspension_overran',
  'extended_before_acceptance',
  'extended_again',
  'extended_too_late',
  'extension_not_approved',
  'extension_too_long',
  'procedure_after_finish',
] as const;
export type IrregularityCode = (typeof irregularityCodes)[number];

export interface Irregularity {
  readonly code: IrregularityCode;
  /** The event that is irregular; absent where an event is missing. */
  readonly eventId?: string | undefined;
  /** 环节名称 as reported. */
  readonly step?: string | undefined;
  /** The stage that is missing. */
  readonly stage?: CaseStage | undefined;
}
