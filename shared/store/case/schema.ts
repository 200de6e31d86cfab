import * as z from 'zod/mini';

import { applicantKinds } from '../../domain/case/applicant.ts';
import { services } from '../../domain/case/case.ts';
import type { Case } from '../../domain/case/case.ts';
import { Instant } from '../../domain/time/instant.ts';
import { signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';
import { TimelineEntryV1, TimelineEntryV2 } from './timeline-schema.ts';

const Matter = z.strictObject({
  code: z.string(),
  name: z.string(),
  handleItem: z.optional(z.string()),
  theme: z.optional(z.string()),
});

const Department = z.strictObject({
  creditCode: z.string(),
  orgCode: z.optional(z.string()),
  name: z.string(),
});

const Marks = z.strictObject({
  form: z.optional(z.literal('compared')),
  name: z.string(),
  certificate: z.optional(z.string()),
  mobile: z.optional(z.string()),
  mobileAt: z.optional(Instant),
});

const Applicant = z.strictObject({
  kind: z.enum(applicantKinds),
  maskedName: z.string(),
  maskedMobile: z.optional(z.string()),
  sealed: z.string(),
  certificateUnverified: z.optional(z.literal(true)),
  marks: z.optional(Marks),
});

const Contact = z.strictObject({
  serviceNumber: z.int(),
  service: z.enum(services),
  at: Instant,
  hall: z.optional(z.string()),
  window: z.optional(z.string()),
  staff: z.optional(z.strictObject({ id: z.string(), name: z.string() })),
});

const HandOver = z.strictObject({
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  ...signed,
});

const Inherited = z.strictObject({
  header: z.boolean(),
  events: z.array(z.string()),
  contacts: z.array(z.int()),
});

const Header = {
  matter: Matter,
  department: Department,
  area: z.string(),
  caseKind: z.enum(['immediate', 'promised']),
  promiseWorkingDays: z.optional(z.int()),
  applicant: Applicant,
};

const Correction = z.strictObject({
  accessKey: z.string(),
  reason: z.string(),
  at: Instant,
  before: z.strictObject(Header),
});

const clock = {
  dueAt: z.optional(Instant),
  yellowAt: z.optional(Instant),
  pendingYear: z.optional(z.int()),
};

const body = {
  ...Header,
  projectNo: z.string(),
  source: z.string(),
  handOvers: z.optional(z.array(HandOver)),
  inherited: z.optional(Inherited),
  corrections: z.optional(z.array(Correction)),
  contacts: z.array(Contact),
  version: z.int(),
};

const CaseV1 = z.strictObject({
  ...body,
  timeline: z.array(TimelineEntryV1),
  promise: z.optional(z.strictObject(clock)),
});

type CaseV1 = z.output<typeof CaseV1>;

const CaseV2 = z.strictObject({
  ...body,
  timeline: z.array(TimelineEntryV2),
  promise: z.optional(z.strictObject({ ...clock, suspendedAt: z.optional(Instant) })),
  attentionAt: z.optional(Instant),
});

const CaseV3 = z.extend(CaseV2, {
  timeline: z.array(z.extend(TimelineEntryV2, { receivedAt: z.optional(Instant) })),
});

const ApplicantV4 = z.extend(Applicant, {
  marks: z.optional(z.extend(Marks, { mobileReceivedAt: z.optional(Instant) })),
  formerNumbers: z.optional(
    z.array(z.strictObject({ masked: z.string(), sealed: z.string(), since: z.optional(Instant) })),
  ),
});

const HeaderV4 = z.strictObject({ ...Header, applicant: ApplicantV4 });

const CaseV4 = z.extend(CaseV3, {
  applicant: ApplicantV4,
  replaced: z.optional(
    z.array(
      z.strictObject({
        at: Instant,
        header: z.optional(HeaderV4),
        contact: z.optional(Contact),
      }),
    ),
  ),
  corrections: z.optional(z.array(z.extend(Correction, { before: HeaderV4 }))),
});

/** A case of the first version had one promise, which counts as that of its first event. */
const withToldPromise = ({ timeline, promiseWorkingDays, promise, ...known }: CaseV1) => ({
  ...known,
  promiseWorkingDays,
  timeline: timeline.map((one, index) =>
    index === 0 && promiseWorkingDays !== undefined ? { ...one, promiseWorkingDays } : one,
  ),
  promise,
  attentionAt: promise?.yellowAt,
});

export const storedCase = defineKind<Case>()({
  name: 'case',
  writes: 4,
  // Version 3: when each event arrived; version 4: when each number arrived, the former ones, and what a new
  // system replaced.
  versions: startVersions(1, CaseV1)
    .next(CaseV2, withToldPromise)
    .next(CaseV3, (older): z.output<typeof CaseV3> => older)
    .next(CaseV4, (older): z.output<typeof CaseV4> => older),
});
