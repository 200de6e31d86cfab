import { atCivil } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { runningDue } from './clocks.ts';
import { hasEnded } from './phase.ts';
import type { Ticket } from './ticket.ts';

/**
 * Returns when a person must act next: the department, the person who rules, or the reviewer of a
 * hardship; undefined while no duty runs or its moment is unknown.
 */
export const workDue = ({ clocks, hardship }: Ticket): Instant | undefined =>
  [
    runningDue(clocks.contact),
    runningDue(clocks.rectify),
    runningDue(clocks.review),
    hardship && atCivil(hardship.reviewOn, 0),
  ]
    .flatMap((moment) => moment ?? [])
    .toSorted()
    .at(0);

/** Returns when a closed or dismissed ticket ended: with the ruling that ended it. */
export const endedAt = (ticket: Ticket): Instant | undefined =>
  hasEnded(ticket) ? (ticket.voidedAt ?? ticket.ruling?.at ?? ticket.openedAt) : undefined;
