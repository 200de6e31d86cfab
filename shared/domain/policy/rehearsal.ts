/** 试算: what an open ticket would look like if another policy had been frozen onto it. */
import { dueRungs } from '../escalation/ladder.ts';
import { isBad } from '../rating/rating.ts';
import type { Rules, Ticket } from '../ticket/ticket.ts';
import { recountClock } from '../time/clock.ts';
import type { Clock, Term } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { Policy, Rung } from './policy.ts';

interface Shift<T> {
  readonly now: T;
  readonly proposed: T;
}

export interface RehearsedTicket {
  /** Whether its rating would have opened a ticket. */
  readonly opens: boolean;
  readonly contactDue: Shift<Instant | undefined>;
  readonly rectifyDue: Shift<Instant | undefined>;
  /** Every rung that the ladder has reached so far. */
  readonly rungs: Shift<readonly Rung[]>;
}

type TermName = keyof Policy['clocks'];

const dueOf = (clock: Clock): Instant | undefined =>
  clock.state === 'running' || clock.state === 'paused' ? clock.dueAt : undefined;

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

const ticketUnder = (ticket: Ticket, both: Both): Ticket => {
  const { contact, rectify } = ticket.clocks;
  const rectifyTerm = ticket.returnedAt === undefined ? 'rectify' : 'redo';
  return {
    ...ticket,
    policyVersion: both.other.policy.version,
    clocks: {
      ...ticket.clocks,
      contact: clockUnder(contact, 'contact', both),
      rectify: clockUnder(rectify, rectifyTerm, both),
    },
  };
};

/**
 * Evaluates the ladder as if no rung had fired yet, so that both policies are compared on the same
 * basis.
 */
const listReachedRungs = (ticket: Ticket, rules: Rules, at: Instant): readonly Rung[] =>
  dueRungs({ ...ticket, fired: [], rung: 0 }, rules, at);

/** Compares a ticket under the rules that apply to it with the same ticket under other rules. */
export const rehearseTicket = (ticket: Ticket, both: Both): RehearsedTicket => {
  const other = ticketUnder(ticket, both);
  const compareDue = (name: 'contact' | 'rectify') => ({
    now: dueOf(ticket.clocks[name]),
    proposed: dueOf(other.clocks[name]),
  });
  return {
    opens: isBad(ticket.level, both.other.policy),
    contactDue: compareDue('contact'),
    rectifyDue: compareDue('rectify'),
    rungs: {
      now: listReachedRungs(ticket, both.own, both.at),
      proposed: listReachedRungs(other, both.other, both.at),
    },
  };
};

export const hasChanges = ({ opens, contactDue, rectifyDue, rungs }: RehearsedTicket): boolean =>
  !opens ||
  contactDue.now !== contactDue.proposed ||
  rectifyDue.now !== rectifyDue.proposed ||
  rungs.now.join() !== rungs.proposed.join();
