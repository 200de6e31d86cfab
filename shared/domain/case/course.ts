/**
 * 特别程序的经过: the suspensions and the extension of a case, read from its timeline in the order of
 * the moments. An event that does not fit is named and has no effect, so that the same events give
 * the same course in whatever order they were reported.
 */
import type { Pause } from '../time/deadline.ts';
import { later } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEventType, TimelineEntry } from './case.ts';
import type { Irregularity, IrregularityCode } from './irregularity.ts';
import { longestExtension } from './procedure.ts';

export interface Suspension {
  readonly begun: TimelineEntry;
  /** Absent while the case is suspended, and when it finished so. */
  readonly to?: Instant | undefined;
  /** The acceptance ended it: 补正 comes before 受理, and no resumption need be reported. */
  readonly endedByAcceptance?: true;
}

export interface Course {
  readonly isAccepted: boolean;
  readonly isFinished: boolean;
  /** In the order of time; only the last may be open. */
  readonly suspensions: readonly Suspension[];
  /** The one extension that counts, unless it came after the due moment. */
  readonly extension?: TimelineEntry | undefined;
  readonly irregular: readonly Irregularity[];
}

type Move = (course: Course, entry: TimelineEntry) => Course;

const noteOn = (course: Course, code: IrregularityCode, { eventId }: TimelineEntry): Course => ({
  ...course,
  irregular: [...course.irregular, { code, eventId }],
});

/** Returns the suspension that is still open. */
export const openIn = ({ suspensions }: Pick<Course, 'suspensions'>): Suspension | undefined => {
  const last = suspensions.at(-1);
  return last?.to === undefined ? last : undefined;
};

const endLast = ({ suspensions }: Course, last: Suspension): readonly Suspension[] => [
  ...suspensions.slice(0, -1),
  last,
];

const accept: Move = (course, entry) => {
  if (course.isAccepted) return noteOn(course, 'accepted_again', entry);
  const open = openIn(course);
  const accepted = { ...course, isAccepted: true };
  if (open === undefined) return accepted;
  const ended = { ...open, to: entry.at, endedByAcceptance: true } as const;
  return { ...accepted, suspensions: endLast(course, ended) };
};

const finish: Move = (course, entry) =>
  course.isFinished ? noteOn(course, 'finished_again', entry) : { ...course, isFinished: true };

const suspend: Move = (course, entry) =>
  openIn(course) === undefined
    ? { ...course, suspensions: [...course.suspensions, { begun: entry }] }
    : noteOn(course, 'suspended_again', entry);

const resume: Move = (course, entry) => {
  const last = course.suspensions.at(-1);
  // A resumption that is reported tells the end better than the acceptance does.
  if (last === undefined || (last.to !== undefined && !last.endedByAcceptance))
    return noteOn(course, 'resumed_not_suspended', entry);
  return { ...course, suspensions: endLast(course, { begun: last.begun, to: entry.at }) };
};

const extend: Move = (course, entry) => {
  const { approvedBy, workingDays = 0 } = entry.procedure ?? {};
  if (!course.isAccepted) return noteOn(course, 'extended_before_acceptance', entry);
  if (course.extension !== undefined) return noteOn(course, 'extended_again', entry);
  if (approvedBy === undefined) return noteOn(course, 'extension_not_approved', entry);
  const extended = { ...course, extension: entry };
  return workingDays > longestExtension ? noteOn(extended, 'extension_too_long', entry) : extended;
};

/** A term that has ended is neither extended nor suspended. */
const beforeFinish =
  (move: Move): Move =>
  (course, entry) =>
    course.isFinished ? noteOn(course, 'procedure_after_finish', entry) : move(course, entry);

const moves: Readonly<Record<CaseEventType, Move>> = {
  accepted: accept,
  step: (course) => course,
  extended: beforeFinish(extend),
  suspended: beforeFinish(suspend),
  resumed: beforeFinish(resume),
  finished: finish,
};

const untouched: Course = {
  isAccepted: false,
  isFinished: false,
  suspensions: [],
  irregular: [],
};

/**
 * Of the suspensions and resumptions of one moment, the one that fits the course goes first: one
 * click ends a suspension and begins the next.
 */
const nextOf = (course: Course, waiting: readonly TimelineEntry[]): TimelineEntry | undefined => {
  const [first] = waiting;
  if (first?.type !== 'suspended' || openIn(course) === undefined) return first;
  return waiting.find(({ type, at }) => type === 'resumed' && at === first.at) ?? first;
};

export const courseOf = (timeline: readonly TimelineEntry[]): Course => {
  let course = untouched;
  let waiting = timeline;
  for (let next = nextOf(course, waiting); next; next = nextOf(course, waiting)) {
    const taken = next;
    course = moves[taken.type](course, taken);
    waiting = waiting.filter((entry) => entry !== taken);
  }
  return course;
};

/** When a clock stood still, and since when it does. */
export interface Stops {
  readonly pauses: readonly Pause[];
  readonly suspendedAt?: Instant | undefined;
}

/** Returns the stops of a clock that began at `from`; what was over before does not concern it. */
export const stopsFrom = (course: Course, from: Instant): Stops => {
  const open = openIn(course);
  const pauses = course.suspensions.flatMap(({ begun, to }) =>
    to === undefined || to <= from ? [] : [{ from: later(begun.at, from), to }],
  );
  return open === undefined ? { pauses } : { pauses, suspendedAt: later(open.begun.at, from) };
};

/** The working days that the extension adds. */
export const extraDaysOf = ({ procedure }: TimelineEntry): number =>
  Math.min(procedure?.workingDays ?? 0, longestExtension);
