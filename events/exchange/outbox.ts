/** The exchange with the provincial center, as staff see and control it. */
import * as z from 'zod/mini';

import {
  outboxStates,
  receiptOutcomes,
  receiptSources,
  recordKinds,
  recordStates,
  reportRequests,
} from '../../shared/domain/exchange/case-report.ts';
import { Area, Moment, OrgCode, ProjectNo, text } from '../primitive.ts';
import { reasonText } from '../read-text.ts';

/** `service-01`, `rating-01-1`, `step-01-00003`, `finish`. */
const RecordName = z
  .string()
  .check(z.regex(/^(?:finish|service-\d{2}|rating-\d{2}-[12]|step-\d{2}-\d{5})$/));

const Reason = reasonText(300);

/** Descriptive fields of the case only: a resident's rating and text cannot be corrected. */
const Corrections = z.strictObject({
  orgCode: z.optional(OrgCode),
  departmentName: z.optional(text(100)),
  matterCode: z.optional(text(50)),
  matterName: z.optional(text(200)),
  area: z.optional(Area),
  handlerName: z.optional(text(30)),
});

export const ReportResend = z.strictObject({
  /** Absent: the whole case is checked again. */
  record: z.optional(RecordName),
  reason: Reason,
  corrections: z.optional(Corrections),
});

export const ReportWithdrawal = z.strictObject({ record: RecordName, reason: Reason });

const Outcome = z.enum(receiptOutcomes);

const RecordView = z.object({
  record: z.string(),
  kind: z.enum(recordKinds),
  /** True for rectification: the province's format is not public; this one is a RECONSTRUCTION. */
  reconstruction: z.boolean(),
  state: z.enum(recordStates),
  /** The revision that the center holds; 0 for none. */
  revision: z.int(),
  asked: z.nullable(
    z.object({
      what: z.enum(reportRequests),
      by: z.string(),
      at: Moment,
      reason: z.string(),
    }),
  ),
  corrections: z.nullable(Corrections),
  receipt: z.nullable(
    z.object({
      by: z.enum(receiptSources),
      outcome: Outcome,
      code: z.string(),
      message: z.string(),
      receiptNo: z.nullable(z.string()),
      at: Moment,
    }),
  ),
  attempts: z.int(),
  history: z.array(
    z.object({
      at: Moment,
      what: z.enum([...reportRequests.map((what) => `asked_${what}` as const), ...receiptOutcomes]),
      revision: z.int(),
      code: z.string(),
      /** The reason and the corrections of the staff request. */
      reason: z.optional(z.string()),
      corrections: z.optional(Corrections),
    }),
  ),
});

const Entry = z.object({
  projectNo: ProjectNo,
  state: z.enum(outboxStates),
  area: z.string(),
  creditCode: z.string(),
  since: Moment,
  nextAt: z.nullable(Moment),
  attempts: z.int(),
  /** Refused records, and records that wait for others. */
  rejected: z.array(z.string()),
  waiting: z.array(z.string()),
});

const CenterState = z.object({
  /** `silent`: nothing is sent before `nextProbeAt`. */
  state: z.enum(['answering', 'failing', 'silent']),
  failures: z.int(),
  since: z.nullable(Moment),
  /**
   * The result of the latest call: `no_answer`, `unauthorized`, `center_fault`, `garbage`, `off`.
   */
  why: z.nullable(z.string()),
  nextProbeAt: z.nullable(Moment),
});

export const ReportOutbox = z.object({
  center: CenterState,
  entries: z.array(Entry),
  /** For the next page; `null` on the last. */
  cursor: z.nullable(z.string()),
});

export const ReportCaseFile = z.object({
  projectNo: ProjectNo,
  outbox: z.nullable(Entry),
  records: z.array(RecordView),
  /** Records that were never sent. */
  unsent: z.array(z.string()),
});

export const ReportAsked = z.object({ projectNo: ProjectNo, record: z.nullable(RecordView) });

const hex = (bytes: number) =>
  z.string().check(z.regex(new RegExp(String.raw`^[0-9a-fA-F]{${bytes * 2}}$`)));

/** Sent in a header. */
const AccessKey = z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/));

const given = { accessKey: AccessKey, secret: text(200) };

/**
 * The order of the SM2 curve (GB/T 32918.5); a private key lies between 1 and the order minus 2.
 */
const sm2Order = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123');

const isSm2Key = (key: string): boolean =>
  BigInt(`0x${key}`) > 0n && BigInt(`0x${key}`) < sm2Order - 1n;

/** Any other number would make signing fail later, without a visible cause. */
const Sm2PrivateKey = hex(32).check(
  z.refine((key) => /^[0-9a-fA-F]{64}$/.test(key) && isSm2Key(key), 'wrong_format'),
);

export const CenterAccessRequest = z.discriminatedUnion('scheme', [
  z.strictObject({ scheme: z.literal('hmac'), ...given }),
  z.strictObject({
    scheme: z.literal('sm'),
    ...given,
    sm4Key: hex(16),
    sm2PrivateKey: Sm2PrivateKey,
  }),
]);
export type CenterAccessRequest = z.infer<typeof CenterAccessRequest>;

export const CenterAccessSet = z.object({ scheme: z.enum(['hmac', 'sm']), accessKey: z.string() });

/** Never includes a secret. */
export const CenterAccessView = z.object({
  exchange: z.enum(['on', 'off']),
  access: z.nullable(
    z.object({
      scheme: z.enum(['hmac', 'sm']),
      accessKey: z.string(),
      setBy: z.string(),
      confirmedBy: z.string(),
      setAt: Moment,
    }),
  ),
  center: CenterState,
});
