import type { Rules, Ticket } from '../ticket/ticket.ts';
import { noticesOf } from './notice.ts';
import type { Concerned, RequestedNotice, TicketNotice } from './notice.ts';

const toDepartment: readonly RequestedNotice[] = [{ type: 'ticket_opened', to: 'department' }];

/** Nobody may read for a department that the register of its area does not list. */
const toOverseers: readonly RequestedNotice[] = [
  ...toDepartment,
  { type: 'ticket_opened', to: 'supervisor' },
  { type: 'ticket_opened', to: 'city' },
];

/**
 * Returns the notices of the first rung: the department is notified that the ticket was opened, and
 * those who oversee it when the department is unlisted.
 */
export const openingNotices = (
  ticket: Concerned & Pick<Ticket, 'openedAt'>,
  { timetable, isUnlisted = false }: Pick<Rules, 'timetable'> & { readonly isUnlisted?: boolean },
): readonly TicketNotice[] =>
  noticesOf(ticket, isUnlisted ? toOverseers : toDepartment, {
    at: ticket.openedAt,
    rules: { timetable },
  });
