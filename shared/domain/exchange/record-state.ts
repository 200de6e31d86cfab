/** How the record of one report changes: by an answer, and by what staff ask for. */
import type { Instant } from '../time/instant.ts';
import type {
  CenterReceipt,
  Corrections,
  RecordRef,
  ReportAsk,
  ReportEvent,
  ReportRecord,
} from './case-report.ts';
import type { CenterAnswer } from './center-answer.ts';

const longestHistory = 20;

const isSameSilence = (before: ReportEvent | undefined, { what, revision, code }: ReportEvent) =>
  what === 'unclear' &&
  before?.what === what &&
  before.revision === revision &&
  before.code === code;

/** An outage of days is one event: it must not push out who asked for what, and why. */
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
  const { state: outcome, code, message } = answer;
  const receiptNo = 'receiptNo' in answer ? answer.receiptNo : undefined;
  return { by: 'center', outcome, code, message, receiptNo, at };
};

/** A record as it is before the first attempt. */
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

const isTaken = ({ outcome }: CenterReceipt): boolean =>
  outcome === 'accepted' || outcome === 'duplicate';

const stateAfter = (record: ReportRecord, receipt: CenterReceipt): ReportRecord['state'] => {
  if (isTaken(receipt)) return record.asked?.what === 'withdraw' ? 'withdrawn' : 'accepted';
  // What was taken back is not there, whatever the center says of having it again.
  if (receipt.outcome === 'rejected') {
    return record.state === 'withdrawn' ? 'withdrawn' : 'rejected';
  }
  // Nothing is known of this attempt, but what was known of earlier ones stays true.
  return record.revision > 0 || record.asked !== undefined ? record.state : 'unknown';
};

/**
 * The record with what came of an attempt. An unclear one leaves what was asked open, so that exactly
 * the same is sent again; any other answers it.
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

/** Whether an answer says nothing that is not on the record already; then it is not written again. */
export const saysNothingNew = (record: ReportRecord, receipt: CenterReceipt): boolean =>
  receipt.by === 'own_check' &&
  record.asked === undefined &&
  record.receipt?.by === 'own_check' &&
  record.receipt.code === receipt.code &&
  record.receipt.message === receipt.message;

const ofSameContact = (a: RecordRef, b: RecordRef): boolean =>
  a.kind !== 'finish' && b.kind !== 'finish' && a.serviceNumber === b.serviceNumber;

export type AskRefusal = 'report_pending' | 'report_not_withdrawable' | 'report_not_held';

/** What the center does not know it takes no rating of: taking the service back would hide the rating. */
const carriesRating = ({ ref }: ReportRecord, records: readonly ReportRecord[]): boolean =>
  ref.kind === 'service' &&
  records.some((one) => one.ref.kind === 'rating' && ofSameContact(one.ref, ref));

/** Why staff cannot ask that of the record now; `records`: all there are of the case. */
export const askRefusal = (
  record: ReportRecord,
  what: ReportAsk['what'],
  records: readonly ReportRecord[],
): AskRefusal | undefined => {
  // A second content under the revision of the first could be taken for its repeat.
  if (record.asked !== undefined || record.state === 'unknown') return 'report_pending';
  if (what === 'resend') return undefined;
  if (record.ref.kind === 'rating' || carriesRating(record, records)) {
    return 'report_not_withdrawable';
  }
  return record.revision > 0 && record.state !== 'withdrawn' ? undefined : 'report_not_held';
};

/**
 * What was put right in one record of a case holds for its others too, so that nobody has to say it
 * again for each; what was said about the record itself goes before. The steps of a ticket stand
 * apart: another department may have it.
 */
export const correctionsFor = (
  record: ReportRecord,
  records: readonly ReportRecord[],
): Corrections | undefined => {
  if (record.ref.kind === 'step') return record.corrections;
  const others = records
    .filter(({ ref }) => ref.kind !== 'step')
    .map(({ ref, corrections = {} }) => {
      const { handlerName, ...ofCase } = corrections;
      // 经办人 is who handled one contact; all else is true of the whole case. A name that is not there
      // must not take away the one that another record has.
      const isNamed = handlerName !== undefined && ofSameContact(ref, record.ref);
      return isNamed ? { handlerName, ...ofCase } : ofCase;
    });
  return Object.assign({}, ...others, record.corrections) as Corrections;
};

/** Corrections add up: a later one replaces only the fields it names. */
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
    ...(corrections !== undefined && { corrections }),
  }),
  version: record.version + 1,
});
