/** How the record of one report changes: by an answer of the center, and by a request of staff. */
import type { Instant } from '../time/instant.ts';
import type {
  CenterReceipt,
  Corrections,
  NumberedRef,
  RecordRef,
  ReportAsk,
  ReportEvent,
  ReportRecord,
} from './case-report.ts';
import type { CenterAnswer } from './center-answer.ts';

const longestHistory = 20;

/** Nothing was answered in between, so both are of the same revision. */
const isSameSilence = (before: ReportEvent | undefined, { what, code }: ReportEvent): boolean =>
  what === 'unclear' && before?.what === what && before.code === code;

/** An outage of days is one event, so that it does not displace who requested what, and why. */
const appendEvent = (
  { history }: Pick<ReportRecord, 'history'>,
  event: ReportEvent,
): readonly ReportEvent[] => {
  const before = isSameSilence(history.at(-1), event) ? history.slice(0, -1) : history;
  return [...before, event].slice(-longestHistory);
};

export const receiptOfAnswer = (answer: CenterAnswer, at: Instant): CenterReceipt => {
  if (answer.state === 'unclear') {
    return { by: 'center', outcome: 'unclear', code: answer.why, message: answer.message, at };
  }
  const { state: outcome, code, message, receiptNo } = answer;
  return { by: 'center', outcome, code, message, receiptNo, at };
};

/** Returns a record in its state before the first attempt. */
export const newRecord = (projectNo: string, ref: RecordRef): ReportRecord => ({
  projectNo,
  ref,
  state: 'unknown',
  revision: 0,
  attempts: 0,
  history: [],
  version: 0,
});

export const nextRevision = ({ revision }: ReportRecord): number => revision + 1;

const taken: Readonly<Record<CenterReceipt['outcome'], boolean>> = {
  accepted: true,
  duplicate: true,
  rejected: false,
  unclear: false,
};
const isTaken = ({ outcome }: CenterReceipt): boolean => taken[outcome];

const stateAfter = (record: ReportRecord, { outcome }: CenterReceipt): ReportRecord['state'] => {
  switch (outcome) {
    case 'accepted':
    case 'duplicate':
      return record.asked?.what === 'withdraw' ? 'withdrawn' : 'accepted';
    case 'rejected':
      // A withdrawn record is not at the center, even if a later sending of it is refused.
      return record.state === 'withdrawn' ? 'withdrawn' : 'rejected';
    case 'unclear':
      // The outcome of this attempt is unknown, but what is known of earlier ones still holds.
      return record.revision > 0 || record.asked !== undefined ? record.state : 'unknown';
    default:
      return outcome satisfies never;
  }
};

/**
 * Returns the record after an attempt. An unclear outcome keeps the request of staff open, so that
 * exactly the same is sent again; any other outcome completes it.
 */
export const applyReceipt = (
  record: ReportRecord,
  receipt: CenterReceipt,
  digest: string | undefined,
): ReportRecord => {
  const revision = nextRevision(record);
  return {
    ...record,
    state: stateAfter(record, receipt),
    revision: isTaken(receipt) ? revision : record.revision,
    asked: receipt.outcome === 'unclear' ? record.asked : undefined,
    receipt,
    digest: digest ?? record.digest,
    attempts: record.attempts + (receipt.by === 'center' ? 1 : 0),
    history: appendEvent(record, {
      at: receipt.at,
      what: receipt.outcome,
      revision,
      code: receipt.code,
    }),
    version: record.version + 1,
  };
};

/** Returns whether an answer adds nothing to the record; then it is not written again. */
export const saysNothingNew = (record: ReportRecord, receipt: CenterReceipt): boolean =>
  receipt.by === 'own_check' &&
  record.asked === undefined &&
  record.receipt?.by === 'own_check' &&
  record.receipt.code === receipt.code &&
  record.receipt.message === receipt.message;

/**
 * Whether the outcome of the latest attempt is unknown. Then exactly the same is sent again, also
 * when the state says what is known of an earlier attempt.
 */
const isUnanswered = ({ receipt }: ReportRecord): boolean =>
  receipt === undefined || receipt.outcome === 'unclear';

const ofSameContact = (a: NumberedRef, b: NumberedRef): boolean =>
  a.serviceNumber === b.serviceNumber;

export type AskRefusal = 'report_pending' | 'report_not_withdrawable' | 'report_not_held';

/**
 * The center accepts no rating of an unknown service, so withdrawing the service would hide the
 * rating.
 */
const carriesRating = ({ ref }: ReportRecord, records: readonly ReportRecord[]): boolean =>
  ref.kind === 'service' &&
  records.some((one) => one.ref.kind === 'rating' && ofSameContact(one.ref, ref));

/** Returns why staff cannot request this for the record now. `records`: all records of the case. */
export const askRefusal = (
  record: ReportRecord,
  what: ReportAsk['what'],
  records: readonly ReportRecord[],
): AskRefusal | undefined => {
  // Different content under the same revision could be taken for a repeat of the first.
  if (record.asked !== undefined || isUnanswered(record)) return 'report_pending';
  if (what === 'resend') return undefined;
  if (record.ref.kind === 'rating' || carriesRating(record, records)) {
    return 'report_not_withdrawable';
  }
  return record.revision > 0 && record.state !== 'withdrawn' ? undefined : 'report_not_held';
};

/**
 * Returns the corrections that apply to a record. A correction of one record of a case also applies
 * to its other records, so that nobody has to repeat it; a correction of the record itself takes
 * precedence. The steps of a ticket are separate, because another department may have the ticket.
 */
export const correctionsFor = (
  record: ReportRecord,
  records: readonly ReportRecord[],
): Corrections => {
  if (record.ref.kind === 'step') return record.corrections ?? {};
  const others = records
    .filter(({ ref }) => ref.kind !== 'step')
    .map(({ ref, corrections = {} }) => {
      const { handlerName, ...ofCase } = corrections;
      // 经办人 is who handled one contact; all other fields concern the whole case. A missing name
      // must not remove the name that another record has.
      const isNamed = handlerName !== undefined && ofSameContact(ref, record.ref);
      return isNamed ? { handlerName, ...ofCase } : ofCase;
    });
  return Object.assign({}, ...others, record.corrections) as Corrections;
};

/** Merges corrections: a later one replaces only the fields it names. */
export const askedOf = (
  record: ReportRecord,
  asked: ReportAsk,
  corrections?: Corrections,
): ReportRecord => ({
  ...record,
  asked,
  corrections:
    corrections === undefined ? record.corrections : { ...record.corrections, ...corrections },
  history: appendEvent(record, {
    at: asked.at,
    what: asked.what === 'resend' ? 'asked_resend' : 'asked_withdraw',
    revision: nextRevision(record),
    code: asked.by,
    reason: asked.reason,
    corrections,
  }),
  version: record.version + 1,
});
