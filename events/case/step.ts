import * as z from 'zod/mini';

import { stepStates } from '../../shared/domain/case/case.ts';
import { procedureKinds } from '../../shared/domain/case/procedure.ts';
import { described, text } from '../primitive.ts';

const ProcedureKind = described(
  z.enum(procedureKinds),
  '特别程序: 延长审批 extension, 补正 supplement, 听证 hearing, 检验检测检疫鉴定 inspection, 专家评审 expert_review, 公示 public_notice, 招标拍卖 tender, 其他 other',
  { example: 'hearing' },
);

const ProcedureDays = described(
  z.int().check(z.minimum(1), z.maximum(365)),
  '特别程序时限: working days by which the term is extended; of a suspension the time that the applicant was told',
  { example: 10 },
);

/** 特别程序: why, for how long, and for an extension who approved it. */
export const ProcedureFacts = z.strictObject({
  kind: ProcedureKind,
  reason: z.optional(text(500)),
  workingDays: z.optional(ProcedureDays),
  approvedBy: z.optional(text(30)),
});

const StepState = described(
  z.enum(stepStates),
  '环节办理状态: 待办 begun, 已办 done; done by default',
  { example: 'begun' },
);

const StepDays = described(
  z.int().check(z.minimum(0), z.maximum(365)),
  '环节时限: working days from the beginning of the step; 0: by the end of its day',
  { example: 2 },
);

/** 环节: a part of the work on a case, with its own term if its source has one. */
export const StepFacts = z.strictObject({
  name: text(100),
  handler: z.optional(text(30)),
  note: z.optional(text(1000)),
  state: z.optional(StepState),
  workingDays: z.optional(StepDays),
});
