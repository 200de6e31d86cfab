/** 办理过程监督: what is irregular about a case, and when it belongs on a list of oversight. */
import type { Timetable } from '../time/deadline.ts';
import { earlier } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { stageIrregularities } from './case-stage.ts';
import { finishedAt } from './case.ts';
import type { Case, TimelineEntry } from './case.ts';
import { courseOf } from './course.ts';
import type { Course, Suspension } from './course.ts';
import type { Irregularity } from './irregularity.ts';
import { promiseFactsOf, promiseOf } from './promise.ts';
import type { Promised } from './promise.ts';
import { timedSteps, stepLight, unfinishedSteps } from './step-term.ts';
import { dueOf } from './term-clock.ts';

type Overseen = Promised & Pick<Case, 'caseKind'>;

/** A later header may state the term with its extension; any other term is a change without one. */
const changedPromises = (
  { timeline, promiseWorkingDays: days = 0 }: Promised,
  { extension }: Course,
): readonly Irregularity[] => {
  const extended = days + (extension?.procedure?.workingDays ?? 0);
  const isChanged = ({ promiseWorkingDays: told }: TimelineEntry): boolean =>
    told !== undefined && told !== days && told !== extended;
  return timeline
    .filter(isChanged)
    .map(({ eventId }) => ({ code: 'promise_changed' as const, eventId }));
};

/** Returns what is irregular whatever the time is. */
const lastingIrregularities = (known: Overseen, timetable: Timetable): readonly Irregularity[] => {
  const { timeline, caseKind } = known;
  const course = courseOf(timeline);
  return [
    ...stageIrregularities(timeline, caseKind),
    ...unfinishedSteps(timeline),
    ...course.irregular,
    ...(promiseFactsOf(known, timetable)?.irregular ?? []),
    ...changedPromises(known, course),
  ];
};

/** A suspension that took longer than the applicant was told, or does so at `at`. */
const overruns = (
  { timeline }: Promised,
  timetable: Timetable,
  at: Instant,
): readonly Irregularity[] => {
  const hasOverrun = ({ begun, to = finishedAt({ timeline }) ?? at }: Suspension): boolean => {
    const days = begun.procedure?.workingDays;
    if (days === undefined) return false;
    const due = dueOf(timetable, { from: begun.at, days, pauses: [] });
    return due.ok && to > due.at;
  };
  return courseOf(timeline)
    .suspensions.filter(hasOverrun)
    .map(({ begun: { eventId } }) => ({ code: 'suspension_overran' as const, eventId }));
};

/** 办理过程异常: returns what is irregular about the events of a case at `at`. */
export const irregularitiesOf = (
  known: Overseen,
  timetable: Timetable,
  at: Instant,
): readonly Irregularity[] => [
  ...lastingIrregularities(known, timetable),
  ...overruns(known, timetable, at),
];

/** When the terms of steps ran out, or will run out while their steps are not done. */
const stepMoments = ({ timeline }: Promised, timetable: Timetable): readonly Instant[] =>
  timedSteps(timeline, timetable).flatMap((step) => {
    const { dueAt, suspendedAt } = step.clock ?? {};
    if (dueAt === undefined) return [];
    const ended = step.to ?? finishedAt({ timeline });
    const isOpen = ended === undefined && suspendedAt === undefined;
    return isOpen || stepLight(step, timeline, dueAt) === 'red' ? [dueAt] : [];
  });

const attentionOf = (known: Overseen, timetable: Timetable): Instant | undefined => {
  const moments = [promiseOf(known, timetable)?.yellowAt, ...stepMoments(known, timetable)];
  const isIrregular = lastingIrregularities(known, timetable).length > 0;
  return [...moments, isIrregular ? known.timeline[0]?.at : undefined]
    .filter((moment) => moment !== undefined)
    .reduce<Instant | undefined>(
      (first, moment) => (first === undefined ? moment : earlier(first, moment)),
      undefined,
    );
};

/** Returns the case with its clocks counted by this timetable. */
export const withClocks = <T extends Overseen>(known: T, timetable: Timetable): T => ({
  ...known,
  promise: promiseOf(known, timetable),
  attentionAt: attentionOf(known, timetable),
});
