/**
 * The operations on a clock. Each changes the facts and recomputes the due moment from them.
 *
 * A pause keeps the remaining working time: the clock resumes at the next working moment, and the
 * due moment is never earlier than without the pause. A clock that was overdue when it was paused
 * stays overdue, with its due moment.
 */
import { dueAt } from './deadline.ts';
import type {
  ClockFacts,
  MetClock,
  OpenClock,
  PausedClock,
  Pause,
  PendingClock,
  RunningClock,
  StoppedClock,
  Term,
  Timetable,
} from './deadline.ts';
import { civilDateOf, yearOf } from './instant.ts';
import type { Instant } from './instant.ts';
import { pendingCalendar } from './working-days.ts';
import { afterWorkingTime, workingTimeBetween } from './working-time.ts';
import type { MomentAnswer } from './working-time.ts';

interface Story extends ClockFacts {
  readonly pausedAt?: Instant | undefined;
  readonly metAt?: Instant | undefined;
  readonly pendingSince?: Instant | undefined;
}

/** Returns the due moment after a pause. A due moment before the pause stays unchanged. */
export const afterPause = (timetable: Timetable, due: Instant, pause: Pause): MomentAnswer => {
  const left = workingTimeBetween(timetable, pause.from, due);
  if (!left.ok) return left;
  return left.ms === 0 ? { ok: true, at: due } : afterWorkingTime(timetable, pause.to, left.ms);
};

/** Returns the moment alone at which a term ends that nothing stops. */
export const dueMoment = (timetable: Timetable, at: Instant, term: Term): MomentAnswer => {
  const due = dueAt(timetable, at, term);
  return due.state === 'running' ? { ok: true, at: due.dueAt } : pendingCalendar(due.year);
};

const dueOf = (timetable: Timetable, facts: ClockFacts): MomentAnswer => {
  let due = dueMoment(timetable, facts.startedAt, facts.term);
  for (const pause of facts.pauses) {
    if (due.ok) due = afterPause(timetable, due.at, pause);
  }
  return due;
};

const factsOf = ({ startedAt, term, pauses }: ClockFacts): ClockFacts => ({
  startedAt,
  term,
  pauses,
});

const toPendingClock = (story: Story, year: number, at: Instant): PendingClock => ({
  state: 'pending_calendar',
  ...factsOf(story),
  year,
  since: story.pendingSince ?? at,
  ...(story.pausedAt && { pausedAt: story.pausedAt }),
  ...(story.metAt && { metAt: story.metAt }),
});

const computeClock = (timetable: Timetable, story: Story, at: Instant): OpenClock => {
  const due = dueOf(timetable, story);
  if (!due.ok) return toPendingClock(story, due.year, at);
  const { pausedAt } = story;
  if (!pausedAt) return { state: 'running', ...factsOf(story), dueAt: due.at };
  const left = workingTimeBetween(timetable, pausedAt, due.at);
  if (!left.ok) return toPendingClock(story, left.year, at);
  return { state: 'paused', ...factsOf(story), pausedAt, dueAt: due.at, remainingMs: left.ms };
};

const storyOf = (clock: OpenClock): Story => {
  // Only some of the clocks have them.
  const { pausedAt, metAt, since }: Partial<Omit<PendingClock, 'state'>> = clock;
  return { ...factsOf(clock), pausedAt, metAt, pendingSince: since };
};

/** Starts a clock for something received at `at`. */
export const startClock = (timetable: Timetable, at: Instant, term: Term): OpenClock =>
  computeClock(timetable, { startedAt: at, term, pauses: [] }, at);

/** Pauses a clock. A paused clock stays unchanged. */
export const pauseClock = (timetable: Timetable, clock: OpenClock, at: Instant): OpenClock => {
  const story = storyOf(clock);
  return story.pausedAt ? clock : computeClock(timetable, { ...story, pausedAt: at }, at);
};

/** Resumes a clock. A clock that is not paused stays unchanged. */
export const resumeClock = (timetable: Timetable, clock: OpenClock, at: Instant): OpenClock => {
  const { pausedAt, ...story } = storyOf(clock);
  if (!pausedAt) return clock;
  const pauses = [...story.pauses, { from: pausedAt, to: at }];
  return computeClock(timetable, { ...story, pauses }, at);
};

/** Extends the term by `amount` of its own unit (延期). Earlier pauses still count. */
export const extendClock = (
  timetable: Timetable,
  clock: OpenClock,
  extension: { readonly amount: number; readonly at: Instant },
): OpenClock => {
  const story = storyOf(clock);
  const term = { ...story.term, amount: story.term.amount + extension.amount };
  return computeClock(timetable, { ...story, term }, extension.at);
};

const metClock = (clock: RunningClock | PausedClock, at: Instant): MetClock => {
  const stoodAt = clock.state === 'paused' ? clock.pausedAt : at;
  return { state: 'met', at, late: stoodAt > clock.dueAt, dueAt: clock.dueAt };
};

/**
 * Records that the duty was done at `at`; exactly at the due moment is in time. A pending clock is
 * due in the unknown year or later: before that year it is met in time, otherwise it waits for the
 * notice.
 */
export const meetClock = (clock: OpenClock, at: Instant): MetClock | PendingClock => {
  if (clock.state !== 'pending_calendar') return metClock(clock, at);
  if (yearOf(civilDateOf(at)) < clock.year) return { state: 'met', at, late: false };
  return { ...clock, metAt: clock.metAt ?? at };
};

/** Records that the duty ended without being done, for example because the rating was dismissed. */
export const stopClock = (at: Instant): StoppedClock => ({ state: 'stopped', at });

/** Recomputes an open clock after a calendar year was loaded or corrected. */
export const recountClock = (
  timetable: Timetable,
  clock: OpenClock,
  at: Instant,
): OpenClock | MetClock => {
  const story = storyOf(clock);
  const open = computeClock(timetable, story, at);
  const { metAt } = story;
  // When the next year is unknown in its turn: before that year it was met in time.
  return metAt === undefined ? open : meetClock(open, metAt);
};
