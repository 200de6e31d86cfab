/**
 * The moment at which a trigger of the ladder falls due. Only a running clock has moments: a clock
 * that is paused, met or stopped fires nothing, and for one that waits for its calendar the moment
 * is unknown.
 */
import type { Trigger } from '../policy/policy.ts';
import type { Rules, Ticket } from '../ticket/ticket.ts';
import { momentAtShare } from '../time/clock-share.ts';
import { afterPause } from '../time/clock.ts';
import type { Clock, RunningClock, Timetable } from '../time/deadline.ts';
import { fromEpoch, toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { afterWorkingDays } from '../time/working-time.ts';
import type { MomentAnswer } from '../time/working-time.ts';

/** Undefined when nothing makes it due in the current state. */
export type TriggerMoment = MomentAnswer | undefined;

/** Exactly at its due moment a duty is in time, so a clock has run out one millisecond later. */
const ranOut = (clock: RunningClock): Instant => fromEpoch(toEpoch(clock.dueAt) + 1);

const ofRunning = (clock: Clock, moment: (running: RunningClock) => TriggerMoment): TriggerMoment =>
  clock.state === 'running' ? moment(clock) : undefined;

export const runOutMoment = (clock: Clock): TriggerMoment =>
  ofRunning(clock, (running) => ({ ok: true, at: ranOut(running) }));

/** Pauses after the due moment do not count as days overdue. */
const overdueMoment = (timetable: Timetable, clock: RunningClock, days: number): MomentAnswer => {
  if (days === 0) return { ok: true, at: ranOut(clock) };
  let moment = afterWorkingDays(timetable, clock.dueAt, days);
  for (const pause of clock.pauses.filter(({ from }) => from >= clock.dueAt)) {
    if (moment.ok) moment = afterPause(timetable, moment.at, pause);
  }
  return moment;
};

/** A running clock has a due moment, and so has every share of its term. */
const shareMoment = (timetable: Timetable, clock: RunningClock, share: number): TriggerMoment => {
  const moment = momentAtShare(timetable, clock, share);
  return moment.ok ? moment : undefined;
};

/** Returns when the current round began: at the first rating or at the follow-up. */
export const roundStart = ({ round, openedAt, followUp }: Ticket): Instant =>
  round === 2 && followUp ? followUp.at : openedAt;

/** Whether the ticket was not returned in this round; what happens once in a round is due then. */
export const isFirstTerm = ({ returns }: Ticket): boolean => returns === 0;

const toMoment = (at: Instant | undefined): TriggerMoment => at && { ok: true, at };

export const triggerMoment = (
  trigger: Trigger,
  ticket: Ticket,
  { timetable }: Rules,
): TriggerMoment => {
  const { contact, rectify } = ticket.clocks;
  switch (trigger.on) {
    case 'opened':
      return isFirstTerm(ticket) ? toMoment(roundStart(ticket)) : undefined;
    case 'contact_missed':
      return runOutMoment(contact);
    case 'time_gone':
      return ofRunning(rectify, (clock) => shareMoment(timetable, clock, trigger.share));
    case 'overdue':
      return ofRunning(rectify, (clock) => overdueMoment(timetable, clock, trigger.workingDays));
    case 'returned':
      return ticket.returns === trigger.times ? toMoment(ticket.returnedAt) : undefined;
    case 'bad_follow_up':
      return ticket.round === 2 && isFirstTerm(ticket) ? toMoment(roundStart(ticket)) : undefined;
    default:
      return trigger satisfies never;
  }
};
