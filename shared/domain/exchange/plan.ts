/** 上报次序: what is reported of a case next, and which records wait for which. */
import type { Rating } from '../rating/rating.ts';
import type { Step } from '../ticket/step/step.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { isReported, recordId } from './case-report.ts';
import type { CaseDossier, RecordRef, ReportRecord } from './case-report.ts';
import { deadlinesOf, isExtension, isOpenEnded } from './reported-deadline.ts';
import { isReportedStep } from './reported-step.ts';

/** A record that the center should have. */
export interface WantedRecord {
  readonly ref: RecordRef;
  /** Ids of the records that the center must have first. */
  readonly after: readonly string[];
  /** A deadline of the ticket waits for the calendar of its year. */
  readonly isHeld?: boolean | undefined;
}

type Contacted = Pick<Rating, 'projectNo' | 'serviceNumber'>;

const isOf = (serviceNumber: number) => (one: Contacted) => one.serviceNumber === serviceNumber;

/**
 * A duty that ended before the year of its deadline was known never gets a deadline. Its steps are
 * reported without one; only a duty that is still to be counted waits, and so does an extension
 * whose end is not known yet: what is reported of a step never changes.
 */
const isUndated = (ticket: Ticket, steps: readonly Step[], step: Step): boolean => {
  const { round } = step;
  const isPending = (duty: 'contact' | 'rectify'): boolean =>
    ticket.round === round && ticket.clocks[duty].state === 'pending_calendar';
  const due = deadlinesOf(steps, round);
  if ((['contact', 'rectify'] as const).some((duty) => !due[duty] && isPending(duty))) return true;
  const until = steps.filter(({ number }) => number <= step.number);
  return (
    isPending('rectify') &&
    until.some((one) => isExtension(one) && isOpenEnded(one, steps.slice(steps.indexOf(one) + 1)))
  );
};

const stepsOf = (file: CaseDossier, serviceNumber: number, rated: readonly string[]) => {
  const found = file.tickets.find(({ ticket }) => isOf(serviceNumber)(ticket));
  if (found === undefined) return [];
  const { ticket, steps } = found;
  let after = rated;
  return steps.filter(isReportedStep).map((step) => {
    const ref = { kind: 'step', serviceNumber, stepNumber: step.number } as const;
    const isHeld = isUndated(ticket, steps, step);
    const wanted = { step, record: { ref, after, isHeld } };
    after = [recordId(ref)];
    return wanted;
  });
};

const ratingOf = (rating: Rating | undefined, after: readonly string[]) => {
  if (rating === undefined || !isReported(rating)) return [];
  const { serviceNumber, assessNumber } = rating;
  return [{ ref: { kind: 'rating', serviceNumber, assessNumber } as const, after }];
};

/**
 * 追评 is reported in chronological place: after the steps that it answers, before the steps that
 * it caused.
 */
const contactRecords = (file: CaseDossier, serviceNumber: number): readonly WantedRecord[] => {
  const service = { kind: 'service', serviceNumber } as const;
  const after = [recordId(service)];
  const [first, second] = ([1, 2] as const).map((assessNumber) =>
    file.ratings.find(
      (rating) => isOf(serviceNumber)(rating) && rating.assessNumber === assessNumber,
    ),
  );
  const firstRecord = ratingOf(first, after);
  const rated = firstRecord.length === 0 ? after : firstRecord.map(({ ref }) => recordId(ref));
  const steps = stepsOf(file, serviceNumber, rated);
  const answered = steps.filter(({ step }) => second === undefined || step.at < second.receivedAt);
  const begun = steps.slice(answered.length).map(({ record }) => record);
  // A resident's rating does not wait for a calendar.
  const before = answered.findLast(({ record }) => !record.isHeld)?.record.ref;
  const followUp = ratingOf(second, before === undefined ? rated : [...rated, recordId(before)]);
  return [
    { ref: service, after: [] },
    ...firstRecord,
    ...answered.map(({ record }) => record),
    ...followUp,
    ...begun,
  ];
};

/**
 * 办结 is reported after every known contact. A case without a contact has no record that could be
 * finished.
 */
const finishRecords = ({ known }: CaseDossier): readonly WantedRecord[] => {
  const isFinished = known.timeline.some(({ type }) => type === 'finished');
  if (!isFinished || known.contacts.length === 0) return [];
  const after = known.contacts.map(({ serviceNumber }) =>
    recordId({ kind: 'service', serviceNumber }),
  );
  return [{ ref: { kind: 'finish' }, after }];
};

/** Returns every record that the center should have of a case, in the order of reporting. */
export const wantedOf = (file: CaseDossier): readonly WantedRecord[] => [
  ...file.known.contacts.flatMap(({ serviceNumber }) => contactRecords(file, serviceNumber)),
  ...finishRecords(file),
];

/** Returns whether the center holds the record, in any revision. */
export const isHeldThere = ({ state, revision }: ReportRecord): boolean =>
  revision > 0 && state !== 'withdrawn';

export interface ReportPlan {
  /** What may be sent now, in order. More may follow once these are accepted. */
  readonly next: readonly WantedRecord[];
  /** Refused, and not requested again by staff. */
  readonly rejected: readonly string[];
  /**
   * Waits for a record that the center does not have. Records that wait for a calendar are not
   * listed.
   */
  readonly waiting: readonly string[];
}

/** Also true for a withdrawn record that the center refused when it was sent again. */
const isRefused = ({ receipt }: ReportRecord): boolean => receipt?.outcome === 'rejected';

const isOfRating = ({ ref }: ReportRecord, wanted: readonly WantedRecord[]): boolean =>
  ref.kind === 'service' &&
  wanted.some((one) => one.ref.kind === 'rating' && one.after.includes(recordId(ref)));

/**
 * A record that the local check refused is checked again each time, because the missing field may
 * have been reported since. A withdrawn service is sent again automatically once it is rated;
 * otherwise the rating would never be reported.
 */
const isOpen = (record: ReportRecord | undefined, wanted: readonly WantedRecord[]): boolean => {
  if (record?.receipt === undefined || record.asked !== undefined) return true;
  const { state, receipt } = record;
  if (receipt.outcome === 'unclear') return true;
  if (receipt.outcome === 'rejected') return receipt.by === 'own_check';
  return state === 'withdrawn' && isOfRating(record, wanted);
};

/** `tried`: ids that were already sent or checked in this run and are not retried in it. */
export const planOf = (
  wanted: readonly WantedRecord[],
  records: readonly ReportRecord[],
  tried: ReadonlySet<string>,
): ReportPlan => {
  const byId = new Map(records.map((record) => [recordId(record.ref), record]));
  const isThere = (id: string): boolean => {
    const record = byId.get(id);
    return record !== undefined && isHeldThere(record);
  };
  const open = wanted.filter(({ ref }) => isOpen(byId.get(recordId(ref)), wanted));
  const isFree = (one: WantedRecord): boolean => one.isHeld !== true && one.after.every(isThere);
  return {
    next: open.filter((one) => isFree(one) && !tried.has(recordId(one.ref))),
    rejected: records
      .filter((record) => isRefused(record) && record.asked === undefined)
      .map(({ ref }) => recordId(ref)),
    waiting: open
      .filter((one) => one.isHeld !== true && !isFree(one))
      .map(({ ref }) => recordId(ref)),
  };
};
