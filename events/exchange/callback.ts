import * as z from 'zod/mini';

import { callbackOperations, keptReasons } from '../../shared/domain/exchange/callback/kept.ts';

/**
 * The callbacks of the provincial center (省一体化评价中心) in the field names of its public SDK of
 * 2021-09-29: evaluation.sync, operation.sync and append.sync have the same set of fields. This is
 * the form in which they are understood completely; another form is stored as far as it can be read,
 * and kept. Numbers may come as texts, texts as numbers, and a list as null. Fields that this system
 * does not need are accepted and not stored, above all the name, number and telephone of the rater.
 */

/** A number of any length, or a text. */
const Value = z.union([z.number(), z.string()]);
const MaybeValue = z.optional(z.nullable(Value));

/** Shanghai time `yyyy-MM-dd HH:mm:ss`, or milliseconds since 1970 as Java serializes a `Date`. */
const WireDate = Value;

const Item = z.object({
  /** 评价ID */
  id: MaybeValue,
  assessTime: WireDate,
  /** 评价渠道; 7 is 系统默认评价. */
  channel: Value,
  /** 评价次数: 1 first, 2 follow-up. */
  number: Value,
  rateText: MaybeValue,
  /** 评价类型; its values are not documented, and it is not used. */
  type: MaybeValue,
  status: MaybeValue,
  evaluationLevelModelList: z.array(z.object({ level: Value, levelType: MaybeValue })),
  evaluationTagItemModelList: z.optional(z.nullable(z.array(z.object({ tagCode: Value })))),
});

const WorkflowStep = z.object({
  /** 处理内容 */
  dealInfo: MaybeValue,
  dealTime: WireDate,
  dealerId: MaybeValue,
  /** 工单处理后状态; its values are not documented. */
  status: MaybeValue,
});

const CaseModel = z.object({
  /** 工单编码 */
  code: MaybeValue,
  evaluationId: MaybeValue,
  caseWorkflowModelList: z.array(WorkflowStep),
});

export const CenterCallback = z.object({
  /** 评价对象ID: the case. */
  targetId: Value,
  /** 扩展: `serviceNumber` identifies the contact, if the center knows it. */
  features: z.optional(z.nullable(z.object({ serviceNumber: MaybeValue }))),
  evaluationItemModel: z.optional(z.nullable(Item)),
  caseModelList: z.optional(z.nullable(z.array(CaseModel))),
});

export const CenterOperation = z.enum(callbackOperations);
export type CenterOperation = z.infer<typeof CenterOperation>;

/** The answer that the center expects: `success`, as in its SDK. */
export const CenterCallbackAnswer = z.object({
  success: z.literal(true),
  /** True when it contained nothing new. */
  repeated: z.boolean(),
  /** Number of ratings or steps that were stored. */
  stored: z.int(),
  /** When it could not be stored completely: it is kept, and listed for a person. */
  kept: z.optional(z.object({ id: z.string(), reason: z.enum(keptReasons) })),
});
export type CenterCallbackAnswer = z.infer<typeof CenterCallbackAnswer>;
