import * as z from 'zod/mini';

import { applicantKinds, caseOutcomes } from '../shared/domain/case.ts';
import { Area, Day, Moment, ProjectNo, ServiceName, ServiceNumber } from './primitive.ts';

const Step = z.object({
  name: z.string(),
  handler: z.optional(z.string()),
  note: z.optional(z.string()),
});

/** 办件: the case with its timeline and promise; the applicant is masked. */
export const CaseView = z.object({
  projectNo: ProjectNo,
  state: z.enum(['handling', 'finished']),
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
  caseKind: z.enum(['immediate', 'promised']),
  applicant: z.object({
    kind: z.enum(applicantKinds),
    name: z.string(),
    mobile: z.optional(z.string()),
  }),
  timeline: z.array(
    z.object({
      eventId: z.string(),
      type: z.enum(['accepted', 'step', 'finished']),
      at: Moment,
      step: z.optional(Step),
      result: z.optional(z.object({ outcome: z.enum(caseOutcomes), note: z.optional(z.string()) })),
    }),
  ),
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
  /** 承诺时限; `dueOn` and `overdue` are `null` while a calendar year is awaited. */
  promise: z.optional(
    z.object({
      workingDays: z.int(),
      dueOn: z.nullable(Day),
      pendingCalendarYear: z.optional(z.int()),
      overdue: z.nullable(z.boolean()),
    }),
  ),
});
