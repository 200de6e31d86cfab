/** 环节时限: the steps of a case one after the other, each with its own term if the source sent one. */
import { isAhead } from '../time/clock-tolerance.ts';
import type { Timetable } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import { finishedAt } from './case.ts';
import type { Case, CaseEventType, CasePromise, CaseStep, TimelineEntry } from './case.ts';
import { courseOf, stopsFrom } from './course.ts';
import type { Course } from './course.ts';
import type { Irregularity } from './irregularity.ts';
import { clockOf, lightAt } from './term-clock.ts';
import type { PromiseLight } from './term-clock.ts';

export interface StepRun {
  readonly eventId: string;
  readonly name: string;
  /**
   * When it was reported as begun; otherwise the end of the step before, or the acceptance. Absent
   * when neither is known.
   */
  readonly from?: Instant | undefined;
  /** Absent while it is not done. */
  readonly to?: Instant | undefined;
  readonly workingDays?: number | undefined;
}

interface Run extends StepRun {
  /** It was reported as done, and not yet as begun. */
  readonly isBeginningOpen?: true;
}

interface Walk {
  readonly runs: readonly Run[];
  /** When the next step begins, unless it is reported as begun. */
  readonly next?: Instant | undefined;
}

const replaceRun = (runs: readonly Run[], old: Run, run: Run): readonly Run[] =>
  runs.map((one) => (one === old ? run : one));

/**
 * A step that was handled on the spot is begun and done at one moment, or by the clocks of two
 * servers is done a little before it begins.
 */
const beginStep = (walk: Walk, { eventId, at }: TimelineEntry, step: CaseStep): Walk => {
  const { name, workingDays } = step;
  const last = walk.runs.findLast((run) => run.name === name);
  if (last?.isBeginningOpen && last.to !== undefined && !isAhead(at, last.to)) {
    const { isBeginningOpen: _joined, ...done } = last;
    const whole = { ...done, from: last.to, workingDays: workingDays ?? last.workingDays };
    return { ...walk, runs: replaceRun(walk.runs, last, whole) };
  }
  return { ...walk, runs: [...walk.runs, { eventId, name, from: at, workingDays }] };
};

const endStep = ({ runs, next }: Walk, { eventId, at }: TimelineEntry, step: CaseStep): Walk => {
  const { name, workingDays } = step;
  const open = runs.findLast((run) => run.name === name && run.to === undefined);
  if (open === undefined) {
    const done = { eventId, name, from: next, to: at, workingDays, isBeginningOpen: true } as const;
    return { runs: [...runs, done], next: at };
  }
  const ended = { ...open, to: at, workingDays: open.workingDays ?? workingDays };
  return { runs: replaceRun(runs, open, ended), next: at };
};

/** With what the next step begins, apart from the end of a step. */
const startsNext: Readonly<Record<CaseEventType, boolean>> = {
  accepted: true,
  step: false,
  extended: false,
  suspended: false,
  resumed: false,
  finished: true,
};

const walkOn = (walk: Walk, entry: TimelineEntry): Walk => {
  const { step } = entry;
  if (startsNext[entry.type]) return { ...walk, next: entry.at };
  if (entry.type !== 'step' || step === undefined) return walk;
  return step.state === 'begun' ? beginStep(walk, entry, step) : endStep(walk, entry, step);
};

const start: Walk = { runs: [] };

const stepsOf = (timeline: readonly TimelineEntry[]): readonly StepRun[] =>
  timeline.reduce(walkOn, start).runs;

export interface TimedStep extends StepRun {
  /** Only of a step with a term and a known beginning. */
  readonly clock?: CasePromise | undefined;
}

const clockOfStep = (run: StepRun, course: Course, timetable: Timetable): TimedStep => {
  const { from, workingDays: days } = run;
  if (from === undefined || days === undefined) return run;
  return { ...run, clock: clockOf(timetable, { from, days, ...stopsFrom(course, from) }) };
};

/** Returns the steps with their clocks. An extension of the case extends no step. */
export const timedSteps = (
  timeline: readonly TimelineEntry[],
  timetable: Timetable,
): readonly TimedStep[] => {
  const course = courseOf(timeline);
  return stepsOf(timeline).map((run) => clockOfStep(run, course, timetable));
};

/** Returns the light of a step; one that was never reported as done ends with its case. */
export const stepLight = (
  { clock, to }: TimedStep,
  timeline: readonly TimelineEntry[],
  at: Instant,
): PromiseLight | undefined => clock && lightAt(clock, to ?? finishedAt({ timeline }), at);

/** A step that began and was not done when the case finished. */
export const unfinishedSteps = (timeline: readonly TimelineEntry[]): readonly Irregularity[] =>
  finishedAt({ timeline }) === undefined
    ? []
    : stepsOf(timeline)
        .filter(({ to }) => to === undefined)
        .map(({ eventId, name }) => ({ code: 'step_not_done', eventId, step: name }));

/** Returns whether some step has a term of its own. */
export const hasStepTerm = ({ timeline }: Pick<Case, 'timeline'>): boolean =>
  timeline.some(({ step }) => step?.workingDays !== undefined);
