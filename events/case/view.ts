import * as z from 'zod/mini';

import { applicantKinds } from '../../shared/domain/case/applicant.ts';
import {
  caseEventTypes,
  caseKinds,
  caseOutcomes,
  caseStates,
} from '../../shared/domain/case/case.ts';
import { promiseLights } from '../../shared/domain/case/promise.ts';
import { Area, Day, Moment, ProjectNo, ServiceName, ServiceNumber } from '../primitive.ts';

const Step = z.object({
  name: z.string(),
  handler: z.optional(z.string()),
  note: z.optional(z.string()),
});

/** 承诺时限; without a due moment and with `overdue: null` while a calendar year is pending. */
export const PromiseView = z.object({
  workingDays: z.int(),
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
  result: z.optional(z.object({ outcome: z.enum(caseOutcomes), note: z.optional(z.string()) })),
});

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
  /** 更正: when its system corrected the header, and why. */
  corrections: z.optional(z.array(z.object({ at: Moment, reason: z.string() }))),
});
