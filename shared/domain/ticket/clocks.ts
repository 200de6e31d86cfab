/**
 * The operations on all clocks of a ticket together. A duty that was done or dropped stays
 * unchanged.
 */
import { isSameValue } from '../text/canonical-json.ts';
import {
  extendClock,
  meetClock,
  pauseClock,
  recountClock,
  resumeClock,
  stopClock,
} from '../time/clock.ts';
import type { Clock, OpenClock, Timetable } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { ChangedClocks } from './event/facts.ts';
import type { TicketClocks } from './ticket.ts';

const isOpen = (clock: Clock): clock is OpenClock =>
  clock.state !== 'met' && clock.state !== 'stopped';

/**
 * Returns whether the duty is still to be done. A clock may be met and still wait for its calendar.
 */
export const isUnmet = (clock: Clock): clock is OpenClock =>
  isOpen(clock) && !(clock.state === 'pending_calendar' && clock.metAt !== undefined);

/** Returns when a running duty runs out; undefined while it does not run. */
export const runningDue = (clock: Clock | undefined): Instant | undefined =>
  clock?.state === 'running' ? clock.dueAt : undefined;

const ifUnmet = (clock: Clock, move: (open: OpenClock) => Clock): Clock =>
  isUnmet(clock) ? move(clock) : clock;

export const meetDuty = (clock: Clock, at: Instant): Clock =>
  ifUnmet(clock, (open) => meetClock(open, at));

export const stopDuty = (clock: Clock, at: Instant): Clock => ifUnmet(clock, () => stopClock(at));

/** Gives a duty more time, in the unit of its term. */
export const extendDuty = (
  clock: Clock,
  timetable: Timetable,
  extension: { readonly amount: number; readonly at: Instant },
): Clock => ifUnmet(clock, (open) => extendClock(timetable, open, extension));

/** Pauses contact and rectify while a claim is under review. */
export const pauseDuties = (
  clocks: TicketClocks,
  timetable: Timetable,
  at: Instant,
): TicketClocks => ({
  ...clocks,
  contact: ifUnmet(clocks.contact, (open) => pauseClock(timetable, open, at)),
  rectify: ifUnmet(clocks.rectify, (open) => pauseClock(timetable, open, at)),
});

/** Resumes both with the working time they had left. */
export const resumeDuties = (
  clocks: TicketClocks,
  timetable: Timetable,
  at: Instant,
): TicketClocks => ({
  ...clocks,
  contact: ifUnmet(clocks.contact, (open) => resumeClock(timetable, open, at)),
  rectify: ifUnmet(clocks.rectify, (open) => resumeClock(timetable, open, at)),
});

const clockNames = ['contact', 'rectify', 'review'] as const;

/** Returns the clocks that differ, as they are in `after`; undefined when none does. */
export const changedClocks = (
  before: TicketClocks,
  after: TicketClocks,
): ChangedClocks | undefined => {
  const changed = clockNames.filter((name) => !isSameValue(before[name], after[name]));
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
};

/** Marks the review as done, in time or late. */
export const meetReview = (clocks: TicketClocks, at: Instant): TicketClocks => ({
  ...clocks,
  review: clocks.review && meetDuty(clocks.review, at),
});

/** Recomputes every open clock with another calendar. */
export const recountClocks = (
  { contact, rectify, review }: TicketClocks,
  timetable: Timetable,
  at: Instant,
): TicketClocks => {
  const recountIfOpen = (clock: Clock): Clock =>
    isOpen(clock) ? recountClock(timetable, clock, at) : clock;
  return {
    contact: recountIfOpen(contact),
    rectify: recountIfOpen(rectify),
    review: review && recountIfOpen(review),
  };
};
