import type { Policy, Rung, Trigger } from '../../../../shared/domain/policy/policy.ts';
import { momentAtShare } from '../../../../shared/domain/time/clock-share.ts';
import type { RunningClock, Timetable } from '../../../../shared/domain/time/deadline.ts';
import type { Instant } from '../../../../shared/domain/time/instant.ts';
import { afterWorkingDays } from '../../../../shared/domain/time/working-time.ts';
import { expectPresent } from '../player/expectation.ts';

/** The two clocks of a ticket without any action. */
export interface UntouchedClocks {
  readonly contact: RunningClock;
  readonly rectify: RunningClock;
}

export interface RungMoment {
  readonly rung: Rung;
  /** The rung fires right after this moment. */
  readonly at: Instant;
}

const momentOf = (
  trigger: Trigger,
  { contact, rectify }: UntouchedClocks,
  timetable: Timetable,
): readonly Instant[] => {
  if (trigger.on === 'contact_missed') return [contact.dueAt];
  if (trigger.on === 'time_gone') {
    const share = momentAtShare(timetable, rectify, trigger.share);
    return share.ok ? [share.at] : [];
  }
  if (trigger.on !== 'overdue') return [];
  if (trigger.workingDays === 0) return [rectify.dueAt];
  const late = afterWorkingDays(timetable, rectify.dueAt, trigger.workingDays);
  return late.ok ? [late.at] : [];
};

/**
 * The moment of each rung after the first, if nobody acts. This is an independent calculation from
 * the policy, so that the instance is not compared with itself.
 */
export const computeRungMoments = (
  { ladder }: Policy,
  clocks: UntouchedClocks,
  timetable: Timetable,
): readonly RungMoment[] =>
  ladder.slice(1).map(({ rung, triggers }) => {
    const [first] = triggers.flatMap((trigger) => momentOf(trigger, clocks, timetable)).sort();
    return { rung, at: expectPresent(first, `a moment for ${rung}`) };
  });
