/** When the duties of a ticket are due, and when they would be under other rules. */
import type { Clock } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { TicketClocks } from './ticket.ts';

export interface Shift<T> {
  readonly now: T;
  readonly proposed: T;
}

/** Undefined without an open clock, and while its calendar is pending. */
export type DueShift = Shift<Instant | undefined>;
export type DueShifts = Readonly<Record<keyof TicketClocks, DueShift>>;

const dueOf = (clock: Clock | undefined): Instant | undefined =>
  clock?.state === 'running' || clock?.state === 'paused' ? clock.dueAt : undefined;

/** Compares when each duty is due by the clocks of a ticket and by others. */
export const compareDues = (now: TicketClocks, proposed: TicketClocks): DueShifts => {
  const compareDue = (name: keyof TicketClocks): DueShift => ({
    now: dueOf(now[name]),
    proposed: dueOf(proposed[name]),
  });
  return {
    contact: compareDue('contact'),
    rectify: compareDue('rectify'),
    review: compareDue('review'),
  };
};

export const isEarlier = ({ now, proposed }: DueShift): boolean =>
  now !== undefined && proposed !== undefined && proposed < now;

export const isLater = ({ now, proposed }: DueShift): boolean =>
  now !== undefined && proposed !== undefined && proposed > now;

export const hasMoved = ({ contact, rectify, review }: DueShifts): boolean =>
  [contact, rectify, review].some(({ now, proposed }) => now !== proposed);
