import { atCivil, earlier } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { runningDue } from './clocks.ts';
import { hasEnded } from './phase.ts';
import type { Ticket } from './ticket.ts';

/**
 * Returns when the department's next duty runs out; undefined while none runs or its moment is
 * unknown.
 */
const firstDue = (ticket: Ticket): Instant | undefined => {
  const due = [ticket.clocks.contact, ticket.clocks.rectify].flatMap(
    (clock) => runningDue(clock) ?? [],
  );
  return due.length === 0 ? undefined : due.reduce((a, b) => earlier(a, b));
};

/**
 * Returns when a person must act next: the department, the person who rules, or the reviewer of a
 * hardship.
 */
export const workDue = (ticket: Ticket): Instant | undefined => {
  const { review } = ticket.clocks;
  const due = [
    firstDue(ticket),
    runningDue(review),
    ticket.state === 'hardship' && ticket.hardship
      ? atCivil(ticket.hardship.reviewOn, 0)
      : undefined,
  ].filter((moment) => moment !== undefined);
  return due.length === 0 ? undefined : due.reduce((a, b) => earlier(a, b));
};

/** Returns when a closed or dismissed ticket ended: with the ruling that ended it. */
export const endedAt = (ticket: Ticket): Instant | undefined =>
  hasEnded(ticket) ? (ticket.ruling?.at ?? ticket.openedAt) : undefined;
