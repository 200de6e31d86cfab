/** 试算: what an open ticket would look like if another policy had been frozen onto it. */
import { dueRungs } from '../escalation/ladder.ts';
import { isBad } from '../rating/rating.ts';
import { compareDues, hasMoved } from '../ticket/due-shift.ts';
import type { DueShifts, Shift } from '../ticket/due-shift.ts';
import type { Rules, Ticket, TicketClocks } from '../ticket/ticket.ts';
import { recountClock } from '../time/clock.ts';
import type { Clock, Term } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { Policy, Rung } from './policy.ts';

export interface RehearsedTicket {
  /** Whether its rating would have opened a ticket. */
  readonly opens: boolean;
  readonly due: DueShifts;
  /** Every rung that the ladder has reached so far. */
  readonly rungs: Shift<readonly Rung[]>;
}

type TermName = keyof Policy['clocks'];

/** Returns the other policy's term, plus what was granted beyond the own policy's term. */
const termUnder = (term: Term, own: Term, other: Term): Term => ({
  unit: other.unit,
  amount: other.amount + Math.max(0, term.amount - own.amount),
});

interface Both {
  readonly own: Rules;
  readonly other: Rules;
  readonly at: Instant;
}

const clockUnder = (clock: Clock, name: TermName, { own, other, at }: Both): Clock => {
  if (clock.state === 'met' || clock.state === 'stopped') return clock;
  const term = termUnder(clock.term, own.policy.clocks[name], other.policy.clocks[name]);
  return recountClock(other.timetable, { ...clock, term }, at);
};

/**
 * The term by which the rectify clock runs: after a return, and from the beginning of round 2, it is
 * the short one.
 */
const rectifyTermOf = ({ round, returnedAt }: Ticket): TermName =>
  round === 2 || returnedAt !== undefined ? 'redo' : 'rectify';

const clocksUnder = (ticket: Ticket, both: Both): TicketClocks => {
  const { contact, rectify, review } = ticket.clocks;
  return {
    contact: clockUnder(contact, 'contact', both),
    rectify: clockUnder(rectify, rectifyTermOf(ticket), both),
    ...(review && { review: clockUnder(review, 'review', both) }),
  };
};

const ticketUnder = (ticket: Ticket, both: Both): Ticket => ({
  ...ticket,
  policyVersion: both.other.policy.version,
  clocks: clocksUnder(ticket, both),
});

/**
 * Evaluates the ladder as if no rung had fired yet, so that both policies are compared on the same
 * basis.
 */
const listReachedRungs = (ticket: Ticket, rules: Rules, at: Instant): readonly Rung[] =>
  dueRungs({ ...ticket, fired: [], rung: 0 }, rules, at);

/** Compares a ticket under the rules that apply to it with the same ticket under other rules. */
export const rehearseTicket = (ticket: Ticket, both: Both): RehearsedTicket => {
  const other = ticketUnder(ticket, both);
  return {
    opens: isBad(ticket.level, both.other.policy),
    due: compareDues(ticket.clocks, other.clocks),
    rungs: {
      now: listReachedRungs(ticket, both.own, both.at),
      proposed: listReachedRungs(other, both.other, both.at),
    },
  };
};

export const hasChanges = ({ opens, due, rungs }: RehearsedTicket): boolean =>
  !opens || hasMoved(due) || rungs.now.join() !== rungs.proposed.join();
