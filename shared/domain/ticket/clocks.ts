/** The moves of a ticket's clocks together. A duty that was done or dropped stays as it is. */
import { meetClock, pauseClock, recountClock, resumeClock, stopClock } from '../time/clock.ts';
import type { Clock, OpenClock, Timetable } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { TicketClocks } from './ticket.ts';

const isOpen = (clock: Clock): clock is OpenClock =>
  clock.state !== 'met' && clock.state !== 'stopped';

/** Whether the duty is still to be done; a clock may be met and still wait for its calendar. */
export const isUnmet = (clock: Clock): clock is OpenClock =>
  isOpen(clock) && !(clock.state === 'pending_calendar' && clock.metAt !== undefined);

const ifUnmet = (clock: Clock, move: (open: OpenClock) => Clock): Clock =>
  isUnmet(clock) ? move(clock) : clock;

export const meetDuty = (clock: Clock, at: Instant): Clock =>
  ifUnmet(clock, (open) => meetClock(open, at));

export const stopDuty = (clock: Clock, at: Instant): Clock => ifUnmet(clock, () => stopClock(at));

/** Contact and rectify stand still while a claim is under review. */
export const pauseDuties = (
  clocks: TicketClocks,
  timetable: Timetable,
  at: Instant,
): TicketClocks => ({
  ...clocks,
  contact: ifUnmet(clocks.contact, (open) => pauseClock(timetable, open, at)),
  rectify: ifUnmet(clocks.rectify, (open) => pauseClock(timetable, open, at)),
});

/** Both go on with the working time they had left. */
export const resumeDuties = (
  clocks: TicketClocks,
  timetable: Timetable,
  at: Instant,
): TicketClocks => ({
  ...clocks,
  contact: ifUnmet(clocks.contact, (open) => resumeClock(timetable, open, at)),
  rectify: ifUnmet(clocks.rectify, (open) => resumeClock(timetable, open, at)),
});

/** The review is done, in time or late. */
export const meetReview = (clocks: TicketClocks, at: Instant): TicketClocks => ({
  ...clocks,
  review: clocks.review && meetDuty(clocks.review, at),
});

/** Counts every open clock again with another calendar. */
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
