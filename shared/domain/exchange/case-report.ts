/**
 * 办件上报: what the provincial center has to be told about one case, in which order, and what is
 * known of each record. Nothing here depends on how a target writes it (`record/` does).
 */
import type { Case } from '../case/case.ts';
import type { Rating } from '../rating/rating.ts';
import type { Step } from '../ticket/step/step.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';

/** Which record of a case; with the project number it is the natural key everywhere. */
export type RecordRef =
  | { readonly kind: 'service'; readonly serviceNumber: number }
  | { readonly kind: 'rating'; readonly serviceNumber: number; readonly assessNumber: 1 | 2 }
  | { readonly kind: 'step'; readonly serviceNumber: number; readonly stepNumber: number }
  | { readonly kind: 'finish' };
export type RecordKind = RecordRef['kind'];

/** What the center, or our own check before it, said last. */
export interface CenterReceipt {
  readonly by: 'center' | 'own_check';
  readonly outcome: 'accepted' | 'duplicate' | 'rejected' | 'unclear';
  readonly code: string;
  readonly message: string;
  /** The center's number. */
  readonly receiptNo?: string | undefined;
  readonly at: Instant;
}

/** Descriptive fields that staff may put right before a record is sent again; nothing a resident said. */
export interface Corrections {
  /** 统一部门编码 */
  readonly orgCode?: string | undefined;
  readonly departmentName?: string | undefined;
  readonly matterCode?: string | undefined;
  readonly matterName?: string | undefined;
  readonly area?: string | undefined;
  /** 经办人 */
  readonly handlerName?: string | undefined;
}

/** What staff asked for, until the center has answered it. */
export interface ReportAsk {
  readonly what: 'resend' | 'withdraw';
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

export interface ReportEvent {
  readonly at: Instant;
  readonly what: 'asked_resend' | 'asked_withdraw' | CenterReceipt['outcome'];
  readonly revision: number;
  /** Code of the center, or the staff id of who asked. */
  readonly code: string;
  /** Why it was asked, and what was put right with it. */
  readonly reason?: string | undefined;
  readonly corrections?: Corrections | undefined;
}

/** 上报记录: the state of one record, from a stored receipt alone. */
export interface ReportRecord {
  readonly projectNo: string;
  readonly ref: RecordRef;
  /**
   * `unknown`: sent, and nothing is known of it; `rejected`: refused by the center or by our own check
   * before it; `withdrawn`: the center took the withdrawal, and it is not sent again unless asked.
   */
  readonly state: 'unknown' | 'accepted' | 'rejected' | 'withdrawn';
  /** The highest revision that the center has taken; 0 while none. Refused ones are not counted. */
  readonly revision: number;
  readonly asked?: ReportAsk | undefined;
  readonly corrections?: Corrections | undefined;
  readonly receipt?: CenterReceipt | undefined;
  /** SHA-256 of the body sent last, under a key: it holds personal data. */
  readonly digest?: string | undefined;
  readonly attempts: number;
  /** The latest events, at most twenty; the same silence over and over is one of them, the last. */
  readonly history: readonly ReportEvent[];
  readonly version: number;
}

/** A case with something still to go out. */
export interface OutboxEntry {
  readonly projectNo: string;
  readonly state: 'pending' | 'stuck';
  readonly area: string;
  readonly creditCode: string;
  /** Since when it has been in this state. */
  readonly since: Instant;
  /** When a pending case is tried again. */
  readonly nextAt?: Instant | undefined;
  /** Attempts of the case without any record accepted. */
  readonly attempts: number;
  /** Records (by `recordId`) that were refused, and those that wait for others. */
  readonly rejected: readonly string[];
  readonly waiting: readonly string[];
  readonly version: number;
}

/** Everything about a case that the center may have to be told. */
export interface CaseDossier {
  readonly known: Case;
  readonly ratings: readonly Rating[];
  readonly tickets: readonly { readonly ticket: Ticket; readonly steps: readonly Step[] }[];
}

const padNumber = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** `service-01`, `rating-01-1`, `step-01-00003`, `finish`: the record within its case. */
export const recordId = (ref: RecordRef): string => {
  if (ref.kind === 'finish') return 'finish';
  const contact = `${ref.kind}-${padNumber(ref.serviceNumber, 2)}`;
  if (ref.kind === 'service') return contact;
  return ref.kind === 'rating'
    ? `${contact}-${ref.assessNumber}`
    : `${contact}-${padNumber(ref.stepNumber, 5)}`;
};

/**
 * Whether the center is told of a rating at all: not of one that it gave us, and never of one that an
 * upstream system made by default.
 */
export const isReported = ({ proof, origin }: Pick<Rating, 'proof' | 'origin'>): boolean =>
  proof !== 'center' && origin !== 'default';

/** Who looked at whom is ours to audit, and what the center did itself it knows. */
const unreportedSteps: ReadonlySet<string> = new Set(['unmasked', 'province_step']);

export const isReportedStep = ({ type }: Pick<Step, 'type'>): boolean => !unreportedSteps.has(type);
