import * as z from 'zod/mini';

import type { OutboxEntry, ReportRecord } from '../../domain/exchange/case-report.ts';
import type { CenterHealth } from '../../domain/exchange/center-health.ts';
import { Instant } from '../../domain/time/instant.ts';
import type { CenterCall } from '../../port/exchange/callback-store.ts';
import type { CenterAccess } from '../../port/exchange/center-store.ts';
import { signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const RecordRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service'), serviceNumber: z.int() }),
  z.strictObject({
    kind: z.literal('rating'),
    serviceNumber: z.int(),
    assessNumber: z.literal([1, 2]),
  }),
  z.strictObject({ kind: z.literal('step'), serviceNumber: z.int(), stepNumber: z.int() }),
  z.strictObject({ kind: z.literal('finish') }),
]);

const outcomes = ['accepted', 'duplicate', 'rejected', 'unclear'] as const;

const Receipt = z.strictObject({
  by: z.enum(['center', 'own_check']),
  outcome: z.enum(outcomes),
  code: z.string(),
  message: z.string(),
  receiptNo: z.optional(z.string()),
  at: Instant,
});

const Corrections = z.strictObject({
  orgCode: z.optional(z.string()),
  departmentName: z.optional(z.string()),
  matterCode: z.optional(z.string()),
  matterName: z.optional(z.string()),
  area: z.optional(z.string()),
  handlerName: z.optional(z.string()),
});

const Ask = z.strictObject({
  what: z.enum(['resend', 'withdraw']),
  by: z.string(),
  at: Instant,
  reason: z.string(),
});

const Event = z.strictObject({
  at: Instant,
  what: z.enum(['asked_resend', 'asked_withdraw', ...outcomes]),
  revision: z.int(),
  code: z.string(),
  reason: z.optional(z.string()),
  corrections: z.optional(Corrections),
});

export const storedReportRecord = defineKind<ReportRecord>()({
  name: 'report_record',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      projectNo: z.string(),
      ref: RecordRef,
      state: z.enum(['unknown', 'accepted', 'rejected', 'withdrawn']),
      revision: z.int(),
      asked: z.optional(Ask),
      corrections: z.optional(Corrections),
      receipt: z.optional(Receipt),
      digest: z.optional(z.string()),
      attempts: z.int(),
      history: z.array(Event),
      version: z.int(),
    }),
  ),
});

export const storedOutboxEntry = defineKind<OutboxEntry>()({
  name: 'report_case',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      projectNo: z.string(),
      state: z.enum(['pending', 'stuck']),
      area: z.string(),
      creditCode: z.string(),
      since: Instant,
      nextAt: z.optional(Instant),
      attempts: z.int(),
      rejected: z.array(z.string()),
      waiting: z.array(z.string()),
      version: z.int(),
    }),
  ),
});

export const storedCenterAccess = defineKind<CenterAccess>()({
  name: 'center_access',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      scheme: z.enum(['hmac', 'sm']),
      accessKey: z.string(),
      sealedSecrets: z.string(),
      version: z.int(),
      ...signed,
    }),
  ),
});

export const storedCenterHealth = defineKind<CenterHealth>()({
  name: 'center_health',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      failures: z.int(),
      since: z.optional(Instant),
      why: z.optional(z.string()),
      openUntil: z.optional(Instant),
      version: z.int(),
    }),
  ),
});

export const storedCenterCall = defineKind<CenterCall>()({
  name: 'center_call',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      operation: z.enum(['evaluation.sync', 'append.sync']),
      id: z.string(),
      projectNo: z.string(),
      serviceNumber: z.int(),
      digest: z.string(),
      at: Instant,
    }),
  ),
});
