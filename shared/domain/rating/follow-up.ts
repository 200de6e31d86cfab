/** 追评: the resident's single follow-up on a closed ticket, and the second round it may open. */
import type { Policy } from '../policy/policy.ts';
import type { Act, ActContext } from '../ticket/act/act.ts';
import type { TicketRefusal } from '../ticket/refusal.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { startClock } from '../time/clock.ts';
import { atCivil, civilDateOf, nextDate } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { isBad } from './rating.ts';

const MIDNIGHT = 1_440;

/** Returns the end of the last day of the window; the day of closure is not counted. */
export const appendEnd = (closedAt: Instant, { appendWindowDays }: Policy): Instant =>
  atCivil(nextDate(civilDateOf(closedAt), appendWindowDays), MIDNIGHT);

/**
 * Returns why no follow-up can be given at `at`: one was given already, there is no answer yet, or
 * the window is over.
 */
export const noAppend = (ticket: Ticket, at: Instant): TicketRefusal | undefined => {
  if (ticket.followUp) return 'append_used';
  // Only a closed ticket has an end of the window.
  return at <= (ticket.appendUntil ?? '') ? undefined : 'append_closed';
};

/** The work starts again with the redo term: the resident has already waited for a whole term. */
const clocksOfRoundTwo = ({ at, rules }: ActContext) => ({
  contact: startClock(rules.timetable, at, rules.policy.clocks.contact),
  rectify: startClock(rules.timetable, at, rules.policy.clocks.redo),
});

export const append: Act<'append'> = (ticket, { level, tags, rating, note }, context) => {
  const refusal = noAppend(ticket, context.at);
  if (refusal) return refusal;
  const facts = { level, tags, rating };
  if (!isBad(level, context.rules.policy)) return { type: 'appended', facts, sealedNote: note };
  return {
    type: 'appended',
    facts: { ...facts, clocks: clocksOfRoundTwo(context) },
    to: 'open',
    round: 2,
    sealedNote: note,
  };
};
