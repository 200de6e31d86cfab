import type { Policy, Rung, Trigger } from '../../../../shared/domain/policy/policy.ts';
import { momentAtShare } from '../../../../shared/domain/time/clock-share.ts';
import type { RunningClock, Timetable } from '../../../../shared/domain/time/deadline.ts';
import type { Instant } from '../../../../shared/domain/time/instant.ts';
import { afterWorkingDays } from '../../../../shared/domain/time/working-time.ts';
import { NotAsTold } from './expectation.ts';

/** The two clocks of a ticket that nobody has touched. */
export interface UntouchedClocks {
  readonly contact: RunningClock;
  readonly rectify: RunningClock;
}

export interface RungMoment {
  readonly rung: Rung;
  /** At this moment it is still in time; right after it the rung fires. */
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
 * When each rung after the first falls due if nobody does anything: reckoned here from the policy's
 * own words, so that the instance is held to them and not to itself.
 */
export const rungMoments = (
  { ladder }: Policy,
  clocks: UntouchedClocks,
  timetable: Timetable,
): readonly RungMoment[] =>
  ladder.slice(1).map(({ rung, triggers }) => {
    const [first] = triggers.flatMap((trigger) => momentOf(trigger, clocks, timetable)).sort();
    if (first === undefined) throw new NotAsTold(`a moment for ${rung}`, 'came: none');
    return { rung, at: first };
  });
