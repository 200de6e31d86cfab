import type { IrregularityView, StepView } from '../../events/case/view.ts';
import { irregularitiesOf } from '../../shared/domain/case/attention.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { irregularityNames } from '../../shared/domain/case/irregularity-names.table.ts';
import { stepLight, timedSteps } from '../../shared/domain/case/step-term.ts';
import type { TimedStep } from '../../shared/domain/case/step-term.ts';
import type { Timetable } from '../../shared/domain/time/deadline.ts';
import { offsetOrNull } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';

const termView = (step: TimedStep, { timeline }: Case, at: Instant) => {
  const light = stepLight(step, timeline, at);
  if (light === undefined) return {};
  return { light, dueAt: offsetOrNull(light === 'suspended' ? undefined : step.clock?.dueAt) };
};

/** 环节: the steps of a case with their terms and lights at `at`. */
export const stepViews = (known: Case, timetable: Timetable, at: Instant): StepView[] =>
  timedSteps(known.timeline, timetable).map((step) => ({
    eventId: step.eventId,
    name: step.name,
    from: offsetOrNull(step.from),
    to: offsetOrNull(step.to),
    ...(step.workingDays !== undefined && { workingDays: step.workingDays }),
    ...termView(step, known, at),
  }));

/** 办理过程异常: what is irregular about the events of a case. */
export const irregularityViews = (
  known: Case,
  timetable: Timetable,
  at: Instant,
): IrregularityView[] =>
  irregularitiesOf(known, timetable, at).map((one) => ({
    ...one,
    words: { ...irregularityNames[one.code] },
  }));
