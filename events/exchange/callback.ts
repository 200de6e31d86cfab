import * as z from 'zod/mini';

import { ProjectNo, wellFormed } from '../primitive.ts';

/**
 * The callbacks of the provincial center (省一体化评价中心) in the field names of its public SDK of
 * 2021-09-29: evaluation.sync, operation.sync and append.sync have the same set of fields. The SDK
 * documents names and types; which members are required is inferred. Fields that this system does
 * not need are accepted and not stored, above all the name, number and telephone of the rater.
 */

/** Beyond 2^53 a JSON number is no longer exact: the center then writes its ids as strings. */
const Id = z.union([
  z.int().check(z.positive()),
  z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/)),
]);

/**
 * `yyyy-MM-dd HH:mm:ss` in Shanghai time, or milliseconds since 1970, as Java serializes a `Date`.
 */
const WireDate = z.union([
  z.int().check(z.positive()),
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)),
]);

const Code = z.int().check(z.minimum(0), z.maximum(999));

const Item = z.object({
  /** 评价ID */
  id: Id,
  assessTime: WireDate,
  /** 评价渠道 */
  channel: Code,
  /** 评价次数: 1 first, 2 follow-up. */
  number: z.int().check(z.minimum(1), z.maximum(2)),
  rateText: z.optional(z.nullable(z.string().check(z.maxLength(1000), wellFormed))),
  /** 评价类型; its values are not documented. */
  type: z.optional(z.nullable(Code)),
  status: z.optional(z.nullable(Code)),
  evaluationLevelModelList: z
    .array(z.object({ level: Code, levelType: z.optional(z.nullable(Code)) }))
    .check(z.minLength(1), z.maxLength(20)),
  evaluationTagItemModelList: z._default(
    z
      .array(z.object({ tagCode: z.int().check(z.minimum(100), z.maximum(999)) }))
      .check(z.maxLength(20)),
    [],
  ),
});

const WorkflowStep = z.object({
  /** 处理内容 */
  dealInfo: z.optional(z.nullable(z.string().check(z.maxLength(2000), wellFormed))),
  dealTime: WireDate,
  dealerId: z.optional(z.nullable(z.string().check(z.maxLength(64), wellFormed))),
  /** 工单处理后状态; its values are not documented. */
  status: z.int(),
});

const CaseModel = z.object({
  /** 工单编码 */
  code: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,50}$/)),
  evaluationId: z.optional(z.nullable(Id)),
  caseWorkflowModelList: z.array(WorkflowStep).check(z.maxLength(50)),
});

export const CenterCallback = z.object({
  /** 评价对象ID: the case. */
  targetId: ProjectNo,
  /** 扩展: `serviceNumber` identifies the contact, if the center knows it. */
  features: z.optional(
    z.nullable(
      z.object({
        serviceNumber: z.optional(
          z.union([
            z.int().check(z.minimum(1), z.maximum(99)),
            z.string().check(z.regex(/^[1-9]\d?$/)),
          ]),
        ),
      }),
    ),
  ),
  evaluationItemModel: z.optional(z.nullable(Item)),
  caseModelList: z._default(z.array(CaseModel).check(z.maxLength(20)), []),
});
export type CenterCallback = z.infer<typeof CenterCallback>;
export type CenterEvaluation = z.infer<typeof Item>;
export type CenterCase = z.infer<typeof CaseModel>;

const centerOperations = ['evaluation.sync', 'operation.sync', 'append.sync'] as const;
export const CenterOperation = z.enum(centerOperations);
export type CenterOperation = z.infer<typeof CenterOperation>;

/**
 * The answer that the center expects: `success`, as in its SDK; a refusal is a problem with its
 * status.
 */
export const CenterCallbackAnswer = z.object({
  success: z.literal(true),
  /** True when it contained nothing new. */
  repeated: z.boolean(),
  /** Number of ratings or steps that were stored. */
  stored: z.int(),
});
export type CenterCallbackAnswer = z.infer<typeof CenterCallbackAnswer>;
