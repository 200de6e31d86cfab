import * as z from 'zod/mini';

import { applicantKinds } from '../../shared/domain/case/applicant.ts';
import { caseEventTypes, caseKinds, caseOutcomes } from '../../shared/domain/case/case.ts';
import type { CertificateType } from '../../shared/domain/case/certificate.ts';
import { toCode } from '../../shared/domain/number/written-form.ts';
import {
  ApplicantCreditCode,
  Area,
  codeText,
  CreditCode,
  described,
  HallCode,
  IdentityNumber,
  Moment,
  OrgCode,
  Phone,
  ProjectNo,
  ServiceName,
  ServiceNumber,
  text,
  WindowCode,
} from '../primitive.ts';
import type { FieldProblem } from '../primitive.ts';
import { ProcedureFacts, StepFacts } from './step.ts';

/** Any number is taken: their forms changed with the years, or no standard states one. */
const uncheckedTypes = [
  'permanent_residence_card',
  'hong_kong_macao_taiwan_residence_permit',
  'business_licence',
  'passport',
  'hong_kong_macao_permit',
  'taiwan_permit',
  'officer_card',
  'other',
] as const satisfies readonly CertificateType[];

const DocumentNumber = text(40).check(z.overwrite(toCode), z.minLength(1));

export const Certificate = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resident_identity_card'), number: IdentityNumber }),
  z.strictObject({ type: z.literal('unified_social_credit_code'), number: ApplicantCreditCode }),
  z.strictObject({ type: z.enum(uncheckedTypes), number: DocumentNumber }),
]);
export type Certificate = z.infer<typeof Certificate>;

const ApplicantKind = described(
  z.enum(applicantKinds),
  '申请人类型: 自然人 person, 企业法人 enterprise, 事业法人 institution, 社会组织法人 social_organisation, 行政机关 government, 其他 other',
  { example: 'person' },
);

export const ApplicantFacts = z.strictObject({
  kind: ApplicantKind,
  name: text(100),
  certificate: z.optional(Certificate),
  mobile: z.optional(Phone),
});
export type ApplicantFacts = z.infer<typeof ApplicantFacts>;

const CaseKind = described(z.enum(caseKinds), '办件类型: 即办件 immediate, 承诺件 promised', {
  example: 'promised',
});

const PromiseWorkingDays = described(
  z.int().check(z.minimum(0), z.maximum(365)),
  '承诺工作日: working days from acceptance; 0: by the end of its day',
  { example: 5 },
);

export const CaseHeaderFacts = z.strictObject({
  matter: z.strictObject({
    code: codeText(50),
    name: text(200),
    handleItem: z.optional(codeText(33)),
    theme: z.optional(text(200)),
  }),
  department: z.strictObject({
    creditCode: CreditCode,
    orgCode: z.optional(OrgCode),
    name: text(100),
  }),
  area: Area,
  caseKind: CaseKind,
  promiseWorkingDays: z.optional(PromiseWorkingDays),
  applicant: ApplicantFacts,
});
export type CaseHeaderFacts = z.infer<typeof CaseHeaderFacts>;

export const ContactFacts = z.strictObject({
  serviceNumber: ServiceNumber,
  service: ServiceName,
  at: Moment,
  hall: z.optional(HallCode),
  window: z.optional(WindowCode),
  staff: z.optional(z.strictObject({ id: codeText(50), name: text(30) })),
});
export type ContactFacts = z.infer<typeof ContactFacts>;

const EventId = described(
  z.string().check(z.regex(/^[A-Za-z0-9._:-]{1,64}$/)),
  '事件编号: your own, 1 to 64 of A–Z a–z 0–9 . _ : -; the same one again is the same event',
  { example: 'HJ-2026-1120-0017-01' },
);

const EventType = described(
  z.enum(caseEventTypes),
  '事件类型: 受理 accepted, 过程 step, 延长 extended, 中止 suspended, 恢复 resumed, 办结 finished',
  { example: 'accepted' },
);

const Outcome = described(
  z.enum(caseOutcomes),
  '办理结果: 准予 granted, 不予 refused, 撤回 withdrawn, 退回 returned',
  { example: 'granted' },
);

const eventMembers = z.strictObject({
  eventId: EventId,
  type: EventType,
  projectNo: ProjectNo,
  at: Moment,
  header: z.optional(CaseHeaderFacts),
  contact: z.optional(ContactFacts),
  step: z.optional(StepFacts),
  procedure: z.optional(ProcedureFacts),
  result: z.optional(z.strictObject({ outcome: Outcome, note: z.optional(text(1000)) })),
});

type EventMembers = z.infer<typeof eventMembers>;

/** An event that cannot be counted without a member, or has one that belongs to another type. */
const lacks = (
  path: readonly string[],
  problem: FieldProblem,
  isWrong: (event: EventMembers) => boolean,
) => z.refine<EventMembers>((event) => !isWrong(event), { path: [...path], error: problem });

const isProcedure = ({ type }: EventMembers): boolean =>
  type === 'extended' || type === 'suspended' || type === 'resumed';

/**
 * 办件事件: one event of a case, as reported by its own system. The first event received for a
 * case, whichever it is, carries the header. Events may arrive in any order and more than once. An
 * extension states its days; a suspension its kind, and its reason where the kind is another one.
 */
export const CaseEventFacts = eventMembers.check(
  lacks(['procedure'], 'missing', ({ type, procedure }) =>
    type === 'extended' || type === 'suspended' ? procedure === undefined : false,
  ),
  lacks(['procedure'], 'not_expected', (event) =>
    isProcedure(event) ? false : event.procedure !== undefined,
  ),
  lacks(['procedure', 'workingDays'], 'missing', ({ type, procedure }) =>
    type === 'extended' && procedure ? procedure.workingDays === undefined : false,
  ),
  lacks(['procedure', 'reason'], 'missing', ({ procedure }) =>
    procedure?.kind === 'other' ? procedure.reason === undefined : false,
  ),
  lacks(['procedure', 'kind'], 'not_allowed', ({ type, procedure }) =>
    procedure === undefined || !isProcedure({ type } as EventMembers)
      ? false
      : (type === 'extended') !== (procedure.kind === 'extension'),
  ),
);
export type CaseEventFacts = z.infer<typeof CaseEventFacts>;

/** The envelope of `POST /v1/cases`: each event is then parsed and answered separately. */
export const CaseEventBatch = z.strictObject({
  events: z.array(z.unknown()).check(z.minLength(1), z.maxLength(100)),
});
