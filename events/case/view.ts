import * as z from 'zod/mini';

import { applicantKinds } from '../../shared/domain/case/applicant.ts';
import {
  caseEventTypes,
  caseKinds,
  caseOutcomes,
  caseStates,
  stepStates,
} from '../../shared/domain/case/case.ts';
import { caseStages, irregularityCodes } from '../../shared/domain/case/irregularity.ts';
import { procedureKinds } from '../../shared/domain/case/procedure.ts';
import { promiseLights } from '../../shared/domain/case/term-clock.ts';
import { Area, Day, Moment, ProjectNo, ServiceName, ServiceNumber } from '../primitive.ts';

const Step = z.object({
  name: z.string(),
  handler: z.optional(z.string()),
  note: z.optional(z.string()),
  state: z.optional(z.enum(stepStates)),
  workingDays: z.optional(z.int()),
});

const procedureKind = z.enum(procedureKinds);

const Procedure = z.object({
  kind: procedureKind,
  reason: z.optional(z.string()),
  workingDays: z.optional(z.int()),
  approvedBy: z.optional(z.string()),
});

/** 中止计时: the clock stands still, with what was left of the term. */
const SuspendedView = z.object({
  since: Moment,
  kind: procedureKind,
  /** Minutes of working time that are left when it is resumed; `null` while a year is pending. */
  minutesLeft: z.nullable(z.int()),
});

/**
 * 承诺时限; without a due moment while it is suspended, and with `overdue: null` while a calendar year
 * is pending.
 */
export const PromiseView = z.object({
  /** As promised, without an extension. */
  workingDays: z.int(),
  /** 延长审批: the working days that an extension adds. */
  extendedBy: z.optional(z.int()),
  suspended: z.optional(SuspendedView),
  /** A finished case keeps its last light. */
  light: z.enum(promiseLights),
  dueOn: z.nullable(Day),
  /** Exactly at this moment it is still in time. */
  dueAt: z.nullable(Moment),
  /** From this moment at most a fifth of the working time is left. */
  yellowAt: z.nullable(Moment),
  pendingCalendarYear: z.optional(z.int()),
  overdue: z.nullable(z.boolean()),
});
export type PromiseView = z.infer<typeof PromiseView>;

export const CaseEntry = z.object({
  eventId: z.string(),
  type: z.enum(caseEventTypes),
  at: Moment,
  step: z.optional(Step),
  procedure: z.optional(Procedure),
  /** The promise that the header of this event stated. */
  promiseWorkingDays: z.optional(z.int()),
  result: z.optional(z.object({ outcome: z.enum(caseOutcomes), note: z.optional(z.string()) })),
});

/** 环节: one step with its own term, if its source sent one. */
export const StepView = z.object({
  eventId: z.string(),
  name: z.string(),
  /** `null` when neither the beginning nor what was before it was reported. */
  from: z.nullable(Moment),
  /** `null` while it is not done. */
  to: z.nullable(Moment),
  workingDays: z.optional(z.int()),
  /** These two only with a term; a step that is done keeps its last light. */
  light: z.optional(z.enum(promiseLights)),
  dueAt: z.optional(z.nullable(Moment)),
});
export type StepView = z.infer<typeof StepView>;

/** 办理过程异常: what is wrong with the reported events. They stay as they came. */
export const IrregularityView = z.object({
  code: z.enum(irregularityCodes),
  words: z.object({ zh: z.string(), en: z.string() }),
  /** Absent where an event is missing. */
  eventId: z.optional(z.string()),
  step: z.optional(z.string()),
  /** The stage that is missing. */
  stage: z.optional(z.enum(caseStages)),
});
export type IrregularityView = z.infer<typeof IrregularityView>;

/** 办件: the case with its timeline and promise; the applicant is masked. */
export const CaseView = z.object({
  projectNo: ProjectNo,
  state: z.enum(caseStates),
  matter: z.object({
    code: z.string(),
    name: z.string(),
    handleItem: z.optional(z.string()),
    theme: z.optional(z.string()),
  }),
  department: z.object({
    creditCode: z.string(),
    orgCode: z.optional(z.string()),
    name: z.string(),
  }),
  area: Area,
  caseKind: z.enum(caseKinds),
  applicant: z.object({
    kind: z.enum(applicantKinds),
    name: z.string(),
    mobile: z.optional(z.string()),
    /** No check digit confirms the number of the certificate. */
    certificateUnverified: z.optional(z.literal(true)),
  }),
  timeline: z.array(CaseEntry),
  contacts: z.array(
    z.object({
      serviceNumber: ServiceNumber,
      service: ServiceName,
      at: Moment,
      hall: z.optional(z.string()),
      window: z.optional(z.string()),
      staff: z.optional(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  promise: z.optional(PromiseView),
  steps: z.array(StepView),
  irregularities: z.array(IrregularityView),
  /** 更正: when its system corrected the header, and why. */
  corrections: z.optional(z.array(z.object({ at: Moment, reason: z.string() }))),
});
