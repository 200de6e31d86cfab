import * as z from 'zod/mini';

import { applicantKinds } from '../shared/domain/applicant.ts';
import { caseOutcomes, services } from '../shared/domain/case.ts';
import {
  Area,
  CreditCode,
  HallCode,
  IdentityNumber,
  Mobile,
  Moment,
  OrgCode,
  ProjectNo,
  ServiceNumber,
  text,
  WindowCode,
} from './primitive.ts';

export const Certificate = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resident_identity_card'), number: IdentityNumber }),
  z.strictObject({ type: z.literal('unified_social_credit_code'), number: CreditCode }),
  z.strictObject({
    type: z.enum(['passport', 'hong_kong_macao_permit', 'taiwan_permit', 'officer_card', 'other']),
    number: text(40),
  }),
]);
export type Certificate = z.infer<typeof Certificate>;

export const ApplicantFacts = z.strictObject({
  kind: z.enum(applicantKinds),
  name: text(100),
  certificate: z.optional(Certificate),
  mobile: z.optional(Mobile),
});
export type ApplicantFacts = z.infer<typeof ApplicantFacts>;

export const CaseHeaderFacts = z.strictObject({
  matter: z.strictObject({
    code: text(50),
    name: text(200),
    handleItem: z.optional(text(33)),
    theme: z.optional(text(200)),
  }),
  department: z.strictObject({
    creditCode: CreditCode,
    orgCode: z.optional(OrgCode),
    name: text(100),
  }),
  area: Area,
  caseKind: z.enum(['immediate', 'promised']),
  /** 0: by the end of the day of acceptance. */
  promiseWorkingDays: z.optional(z.int().check(z.minimum(0), z.maximum(365))),
  applicant: ApplicantFacts,
});
export type CaseHeaderFacts = z.infer<typeof CaseHeaderFacts>;

export const ContactFacts = z.strictObject({
  serviceNumber: ServiceNumber,
  service: z.enum(services),
  at: Moment,
  hall: z.optional(HallCode),
  window: z.optional(WindowCode),
  staff: z.optional(z.strictObject({ id: text(50), name: text(30) })),
});
export type ContactFacts = z.infer<typeof ContactFacts>;

/**
 * 办件事件: one thing that happened to a case, as its own system reports it. The first event of a
 * case, whichever it is, carries the header; events may come in any order and more than once.
 */
export const CaseEventFacts = z.strictObject({
  eventId: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/)),
  type: z.enum(['accepted', 'step', 'finished']),
  projectNo: ProjectNo,
  at: Moment,
  header: z.optional(CaseHeaderFacts),
  contact: z.optional(ContactFacts),
  step: z.optional(
    z.strictObject({
      name: text(100),
      handler: z.optional(text(30)),
      note: z.optional(text(1000)),
    }),
  ),
  result: z.optional(
    z.strictObject({ outcome: z.enum(caseOutcomes), note: z.optional(text(1000)) }),
  ),
});
export type CaseEventFacts = z.infer<typeof CaseEventFacts>;

/** The envelope of `POST /v1/cases`: each event is then read, and answered, on its own. */
export const CaseEventBatch = z.strictObject({
  events: z.array(z.unknown()).check(z.minLength(1), z.maxLength(100)),
});

export const CaseEventAnswer = z.object({
  index: z.int(),
  eventId: z.optional(z.string()),
  outcome: z.enum(['stored', 'repeat', 'refused']),
  problem: z.optional(
    z.object({
      code: z.string(),
      detail: z.string(),
      errors: z.optional(z.array(z.object({ path: z.string(), problem: z.string() }))),
    }),
  ),
});
export type CaseEventAnswer = z.infer<typeof CaseEventAnswer>;

export const CaseEventBatchAnswer = z.object({
  stored: z.int(),
  repeats: z.int(),
  refused: z.int(),
  items: z.array(CaseEventAnswer),
});
