/**
 * 办件上报: what has to be reported to the provincial center about one case, in which order, and
 * what is known of each record. Independent of the wire format of a target, which is in `record/`.
 */
import type { Case } from '../case/case.ts';
import type { Rating } from '../rating/rating.ts';
import type { Step } from '../ticket/step/step.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Identifies a record of a case. Together with the project number it is the natural key everywhere.
 */
export type RecordRef =
  | { readonly kind: 'service'; readonly serviceNumber: number }
  | { readonly kind: 'rating'; readonly serviceNumber: number; readonly assessNumber: 1 | 2 }
  | { readonly kind: 'step'; readonly serviceNumber: number; readonly stepNumber: number }
  | { readonly kind: 'finish' };

export const recordKinds = ['service', 'rating', 'step', 'finish'] as const;
export type RecordKind = (typeof recordKinds)[number];

export const receiptSources = ['center', 'own_check'] as const;
export const receiptOutcomes = ['accepted', 'duplicate', 'rejected', 'unclear'] as const;

/** The latest answer of the center, or of the local check before sending. */
export interface CenterReceipt {
  readonly by: (typeof receiptSources)[number];
  readonly outcome: (typeof receiptOutcomes)[number];
  readonly code: string;
  readonly message: string;
  /** The receipt number issued by the center. */
  readonly receiptNo?: string | undefined;
  readonly at: Instant;
}

/**
 * Descriptive fields that staff may correct before a record is sent again. Never anything a
 * resident said.
 */
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

export const reportRequests = ['resend', 'withdraw'] as const;

/** What staff requested, until the center has answered it. */
export interface ReportAsk {
  readonly what: (typeof reportRequests)[number];
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

export interface ReportEvent {
  readonly at: Instant;
  readonly what: `asked_${ReportAsk['what']}` | CenterReceipt['outcome'];
  readonly revision: number;
  /** The center's answer code, or the id of the staff member who requested it. */
  readonly code: string;
  /** Why it was requested, and what was corrected with it. */
  readonly reason?: string | undefined;
  readonly corrections?: Corrections | undefined;
}

export const recordStates = ['unknown', 'accepted', 'rejected', 'withdrawn'] as const;

/** 上报记录: the state of one record, derived from a stored receipt alone. */
export interface ReportRecord {
  readonly projectNo: string;
  readonly ref: RecordRef;
  /**
   * `unknown`: sent, outcome unknown; `rejected`: refused by the center or by the local check
   * before sending; `withdrawn`: the center accepted the withdrawal, and the record is not sent
   * again unless requested.
   */
  readonly state: (typeof recordStates)[number];
  /**
   * The highest revision that the center accepted; 0 while none. Refused revisions are not counted.
   */
  readonly revision: number;
  readonly asked?: ReportAsk | undefined;
  readonly corrections?: Corrections | undefined;
  readonly receipt?: CenterReceipt | undefined;
  /** Keyed SHA-256 of the body sent last; keyed, because the body holds personal data. */
  readonly digest?: string | undefined;
  readonly attempts: number;
  /**
   * The latest events, at most twenty. Repeats of the same unanswered attempt count as one event,
   * the last of them.
   */
  readonly history: readonly ReportEvent[];
  readonly version: number;
}

/** `stuck` waits for a person, `pending` for its next attempt. */
export const outboxStates = ['stuck', 'pending'] as const;

/** A case with records that still have to be sent. */
export interface OutboxEntry {
  readonly projectNo: string;
  readonly state: (typeof outboxStates)[number];
  readonly area: string;
  readonly creditCode: string;
  /** Since when the case has been in this state. */
  readonly since: Instant;
  /** When a pending case is retried. */
  readonly nextAt?: Instant | undefined;
  /** Attempts for the case in which no record was accepted. */
  readonly attempts: number;
  /** Ids (`recordId`) of records that were refused, and of those that wait for others. */
  readonly rejected: readonly string[];
  readonly waiting: readonly string[];
  readonly version: number;
}

/**
 * Case dossier: everything about a case that may have to be reported to the center. Of each contact
 * that is one first rating, one follow-up and one ticket (`isOfCenter`).
 */
export interface CaseDossier {
  readonly known: Case;
  readonly ratings: readonly Rating[];
  readonly tickets: readonly { readonly ticket: Ticket; readonly steps: readonly Step[] }[];
}

const padNumber = (value: number, digits: number): string => String(value).padStart(digits, '0');

/**
 * Returns the id of a record within its case: `service-01`, `rating-01-1`, `step-01-00003`,
 * `finish`.
 */
export const recordId = (ref: RecordRef): string => {
  switch (ref.kind) {
    case 'service':
      return `service-${padNumber(ref.serviceNumber, 2)}`;
    case 'rating':
      return `rating-${padNumber(ref.serviceNumber, 2)}-${ref.assessNumber}`;
    case 'step':
      return `step-${padNumber(ref.serviceNumber, 2)}-${padNumber(ref.stepNumber, 5)}`;
    case 'finish':
      return 'finish';
    default:
      return ref satisfies never;
  }
};

/** The numbers of a record, as far as its kind has them. */
export interface NumberedRef {
  readonly kind: RecordKind;
  readonly serviceNumber?: number;
  readonly stepNumber?: number;
}

/** Whether the center has a rating already because it came from there, by its proof. */
const isFromCenter: Readonly<Record<Rating['proof'], boolean>> = {
  token: false,
  pad: false,
  staff_entered: false,
  receipt: false,
  center: true,
};

/**
 * Returns whether a rating is reported to the center. Ratings that came from the center are not,
 * nor are default ratings of an upstream system.
 */
export const isReported = ({ proof, origin }: Pick<Rating, 'proof' | 'origin'>): boolean =>
  !isFromCenter[proof] && origin !== 'default';

/**
 * Whether the center can hold a rating: it knows one first rating and one follow-up of a contact, and
 * takes none back. One that took the place of another after a contest waits here, as a difference.
 */
export const isOfCenter = ({ generation = 1 }: Pick<Rating, 'generation'>): boolean =>
  generation === 1;
