import type { Language } from '../text/language.ts';
import type { IrregularityCode } from './irregularity.ts';

/** 办理过程异常: what is wrong, and what the department that handles the case does about it. */
export const irregularityNames: Readonly<
  Record<IrregularityCode, Readonly<Record<Language, string>>>
> = {
  step_missing: {
    zh: '缺少环节：请补报该环节的事件',
    en: 'A stage is missing: report its event',
  },
  step_order: {
    zh: '环节顺序颠倒：请核对发生时间',
    en: 'A stage came after a later one: check the times',
  },
  step_not_done: {
    zh: '环节已开始而办件已办结：请补报该环节的完成事件',
    en: 'A step began and was not done when the case finished: report that it is done',
  },
  accepted_again: {
    zh: '重复受理：时限自首次受理起算',
    en: 'Accepted again: the term counts from the first acceptance',
  },
  finished_again: {
    zh: '重复办结：以首次办结为准',
    en: 'Finished again: the first end counts',
  },
  promise_changed: {
    zh: '承诺时限变更而无延长审批：请上报延长事件，或更正时限',
    en: 'The promise was changed without an extension: report the extension, or correct the term',
  },
  resumed_not_suspended: {
    zh: '未中止而恢复：请补报中止事件',
    en: 'Resumed without a suspension: report the suspension',
  },
  suspended_again: {
    zh: '中止期间再次中止：请补报恢复事件',
    en: 'Suspended while suspended: report the resumption between them',
  },
  suspension_overran: {
    zh: '中止超过告知申请人的时间：请恢复办理，或另行告知',
    en: 'The suspension took longer than the applicant was told: resume the case, or tell the applicant',
  },
  extended_before_acceptance: {
    zh: '受理前延长：不计入时限',
    en: 'Extended before the acceptance: it does not count',
  },
  extended_again: {
    zh: '再次延长：依法只能延长一次，不计入时限',
    en: 'Extended again: the law permits one extension, so it does not count',
  },
  extended_too_late: {
    zh: '期限届满后延长：不计入时限',
    en: 'Extended after the term had run out: it does not count',
  },
  extension_not_approved: {
    zh: '延长未写明批准的负责人：不计入时限，请补报批准人',
    en: 'The extension names no head who approved it: it does not count; report who approved it',
  },
  extension_too_long: {
    zh: '延长超过十个工作日：按十个工作日计入',
    en: 'Extended by more than ten working days: ten count',
  },
  procedure_after_finish: {
    zh: '办结后报来特别程序：不影响时限',
    en: 'A special procedure after the end of the case: it has no effect',
  },
};
