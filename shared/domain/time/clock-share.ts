/**
 * How much of a clock's working time has passed, and when a share of it will have passed: the
 * moments at which the escalation ladder reminds and warns. All working time between receipt and
 * due moment counts, without pauses, so half of a one-day term received at 10:00 passes before noon
 * of the next day.
 */
import type { PausedClock, RunningClock, Timetable } from './deadline.ts';
import { earlier } from './instant.ts';
import type { Instant } from './instant.ts';
import { afterWorkingTime, workingTimeBetween } from './working-time.ts';
import type { MomentAnswer, SpanAnswer } from './working-time.ts';

type TimedClock = RunningClock | PausedClock;

/**
 * Returns the working milliseconds left at `at`; negative when overdue. A paused clock keeps the
 * value it had when the pause began.
 */
export const timeLeft = (timetable: Timetable, clock: TimedClock, at: Instant): SpanAnswer => {
  const moment = clock.state === 'paused' ? clock.pausedAt : at;
  if (moment <= clock.dueAt) return workingTimeBetween(timetable, moment, clock.dueAt);
  const over = workingTimeBetween(timetable, clock.dueAt, moment);
  return over.ok ? { ok: true, ms: 0 - over.ms } : over;
};

interface Leg {
  readonly from: Instant;
  readonly ms: number;
}

type LegsAnswer =
  | { readonly ok: true; readonly legs: readonly Leg[] }
  | Extract<SpanAnswer, { ok: false }>;

/** Returns the periods in which the clock ran, and the one in which it will run. */
const legsOf = (timetable: Timetable, clock: TimedClock): LegsAnswer => {
  const starts = [clock.startedAt, ...clock.pauses.map((pause) => pause.to)];
  const end = clock.state === 'paused' ? clock.pausedAt : clock.dueAt;
  const ends = [...clock.pauses.map((pause) => pause.from), end];
  const legs: Leg[] = [];
  for (const [index, from] of starts.entries()) {
    // Time after an overdue clock's due moment is not part of its term.
    const to = earlier(ends[index] ?? end, clock.dueAt);
    const span = workingTimeBetween(timetable, from, to);
    if (!span.ok) return span;
    legs.push({ from, ms: span.ms });
  }
  return { ok: true, legs };
};

const sumLegs = (clock: TimedClock, legs: readonly Leg[]): number =>
  legs.reduce((sum, leg) => sum + leg.ms, clock.state === 'paused' ? clock.remainingMs : 0);

/** Returns the working time of the whole term in milliseconds; a pause does not change it. */
export const wholeTime = (timetable: Timetable, clock: TimedClock): SpanAnswer => {
  const run = legsOf(timetable, clock);
  return run.ok ? { ok: true, ms: sumLegs(clock, run.legs) } : run;
};

export type ShareAnswer = { readonly ok: true; readonly share: number } | UnknownSpan;
type UnknownSpan = Extract<SpanAnswer, { ok: false }>;

/**
 * Returns the share of the term that has passed at `at`: 0 at receipt, 1 when due, more when
 * overdue.
 */
export const shareGone = (timetable: Timetable, clock: TimedClock, at: Instant): ShareAnswer => {
  const whole = wholeTime(timetable, clock);
  if (!whole.ok) return whole;
  const left = timeLeft(timetable, clock, at);
  return left.ok ? { ok: true, share: 1 - left.ms / whole.ms } : left;
};

/** For a paused clock the moment is not known yet. */
export type ShareMoment = MomentAnswer | { readonly ok: false; readonly reason: 'paused' };

/**
 * Returns the moment at which `share` (0 to 1) of the term has passed: 0.5 for half time, 0.8 for
 * the last fifth. Rounded up to the millisecond, so that the share is reached at that moment.
 */
export const momentAtShare = (
  timetable: Timetable,
  clock: TimedClock,
  share: number,
): ShareMoment => {
  const run = legsOf(timetable, clock);
  if (!run.ok) return run;
  const whole = sumLegs(clock, run.legs);
  let left = Math.min(whole, Math.ceil(share * whole));
  for (const leg of run.legs) {
    if (left <= leg.ms) return afterWorkingTime(timetable, leg.from, left);
    left -= leg.ms;
  }
  return { ok: false, reason: 'paused' };
};
