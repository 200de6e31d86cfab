import * as z from 'zod/mini';

import { applicantKinds } from '../../domain/case/applicant.ts';
import { caseOutcomes, services } from '../../domain/case/case.ts';
import type { Case } from '../../domain/case/case.ts';
import { Instant } from '../../domain/time/instant.ts';
import type { OnShow } from '../../port/case/store.ts';
import { signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

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

const TimelineEntry = z.strictObject({
  eventId: z.string(),
  type: z.enum(['accepted', 'step', 'finished']),
  at: Instant,
  accessKey: z.string(),
  step: z.optional(
    z.strictObject({
      name: z.string(),
      handler: z.optional(z.string()),
      note: z.optional(z.string()),
    }),
  ),
  result: z.optional(
    z.strictObject({ outcome: z.enum(caseOutcomes), note: z.optional(z.string()) }),
  ),
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

const CasePromise = z.strictObject({
  dueAt: z.optional(Instant),
  yellowAt: z.optional(Instant),
  pendingYear: z.optional(z.int()),
});

export const storedCase = defineKind<Case>()({
  name: 'case',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      ...Header,
      projectNo: z.string(),
      source: z.string(),
      handOvers: z.optional(z.array(HandOver)),
      inherited: z.optional(Inherited),
      corrections: z.optional(z.array(Correction)),
      timeline: z.array(TimelineEntry),
      contacts: z.array(Contact),
      promise: z.optional(CasePromise),
      version: z.int(),
    }),
  ),
});

export const storedWindow = defineKind<OnShow>()({
  name: 'window',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({ projectNo: z.string(), serviceNumber: z.int(), at: Instant }),
  ),
});
