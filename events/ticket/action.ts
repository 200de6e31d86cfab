import * as z from 'zod/mini';

import { Cause } from '../../shared/domain/rating/cause.ts';
import { claimGrounds, claimKinds } from '../../shared/domain/ticket/claim-kind.ts';
import {
  contactOutcomes,
  contactWays,
  findingKinds,
  submissionResults,
} from '../../shared/domain/ticket/terms.ts';
import { CivilDate } from '../../shared/domain/time/instant.ts';
import { Area, CallerId, CreditCode, text } from '../primitive.ts';
import { reasonText } from '../read-text.ts';

/** The longest reason or note: 操作说明 of a real workflow takes 300 characters. */
const longestNote = 300;
/** 整改措施 */
const longestMeasure = 1000;
/** 反馈信息 of GB/T 39046, table 10. */
const longestAnswer = 500;

const Version = z.int().check(z.minimum(1));

const always = {
  expectedVersion: Version,
  /** Identifies an action that is sent again after a lost answer. */
  actionId: z.optional(CallerId),
};

const Note = text(longestNote);
const EvidenceIds = z.array(z.string().check(z.regex(/^[0-9a-f]{32}$/))).check(z.maxLength(10));
const Days = z.int().check(z.minimum(1), z.maximum(366));

/** A department in its area. */
const Place = z.strictObject({ creditCode: CreditCode, area: Area });

/** One for each command of handlers and overseers, in the order of the work. */
export const TicketAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('recordContact'),
    ...always,
    way: z.enum(contactWays),
    outcome: z.enum(contactOutcomes),
    note: z.optional(Note),
  }),
  z.strictObject({
    type: z.literal('find'),
    ...always,
    kind: z.enum(findingKinds),
    cause: Cause,
    note: z.optional(Note),
  }),
  z.strictObject({
    type: z.literal('claimInvalid'),
    ...always,
    grounds: z.enum(claimGrounds.invalid),
    evidence: EvidenceIds,
    note: Note,
  }),
  z.strictObject({
    type: z.literal('claimHardship'),
    ...always,
    reviewOn: CivilDate,
    evidence: EvidenceIds,
    note: Note,
  }),
  z.strictObject({ type: z.literal('requestExtension'), ...always, days: Days, note: Note }),
  z.strictObject({ type: z.literal('askTransfer'), ...always, to: z.optional(Place), note: Note }),
  z.strictObject({ type: z.literal('transfer'), ...always, to: Place, note: Note }),
  z.strictObject({ type: z.literal('declineTransfer'), ...always, note: Note }),
  z.strictObject({
    type: z.literal('submit'),
    ...always,
    result: z.enum(submissionResults),
    measure: text(longestMeasure),
    answer: text(longestAnswer),
    evidence: z._default(EvidenceIds, []),
  }),
  z.strictObject({
    type: z.literal('rule'),
    ...always,
    claim: z.enum(claimKinds),
    grant: z.boolean(),
    note: Note,
  }),
  z.strictObject({ type: z.literal('approve'), ...always, note: z.optional(Note) }),
  z.strictObject({ type: z.literal('return'), ...always, note: Note }),
  z.strictObject({ type: z.literal('urge'), ...always, note: z.optional(Note) }),
  z.strictObject({ type: z.literal('unmask'), ...always, note: reasonText(longestNote) }),
  z.strictObject({
    type: z.literal('review'),
    ...always,
    outcome: z.union([z.literal('resume'), z.strictObject({ keepUntil: CivilDate })]),
    note: Note,
  }),
]);
export type TicketAction = z.infer<typeof TicketAction>;

export const actionTypes = [
  'recordContact', // 登记回访
  'find', // 核实
  'claimInvalid', // 申请不予采纳
  'claimHardship', // 申请挂账
  'requestExtension', // 申请延期
  'askTransfer', // 申请改派
  'transfer', // 改派
  'declineTransfer', // 不同意改派
  'submit', // 提交整改
  'rule', // 审核申请
  'approve', // 闭环通过
  'return', // 退回重办
  'urge', // 催办
  'unmask', // 查看评价人
  'review', // 挂账复核
] as const satisfies readonly TicketAction['type'][];
