import type { Ticket } from '../../ticket/ticket.ts';
import { endedAt } from '../../ticket/work-due.ts';
import { civilDateOf } from '../../time/instant.ts';
import type { CivilDate } from '../../time/instant.ts';
import { retentionLimits, yearsBefore } from './rules.ts';

/**
 * Whether a text of a ticket can have been erased on a day under any policy. One that was erased
 * before was erased by somebody else.
 */
export const mayBeErased = (ticket: Ticket, day: CivilDate): boolean => {
  const ended = endedAt(ticket);
  return ended !== undefined && civilDateOf(ended) <= yearsBefore(day, retentionLimits.fewest);
};
