import type { TicketNotice } from '../notice/notice.ts';
import { openingNotices } from '../notice/opening-notice.ts';
import type { Rating } from '../rating/rating.ts';
import { openTicket } from './open-ticket.ts';
import type { OpenedTicket } from './open-ticket.ts';
import type { Rules } from './ticket.ts';

/**
 * Everything that is written together with a bad rating: its ticket, the first step, and the
 * notices.
 */
export interface Opening extends OpenedTicket {
  readonly notices: readonly TicketNotice[];
}

/**
 * Returns undefined for a good rating; repeated calls return the same opening. `isUnlisted`: the
 * register of its area does not list the department.
 */
export const openingOf = (
  rating: Rating,
  rules: Rules,
  isUnlisted = false,
): Opening | undefined => {
  const opened = openTicket(rating, rules);
  if (opened === undefined) return undefined;
  const { timetable } = rules;
  return { ...opened, notices: openingNotices(opened.ticket, { timetable, isUnlisted }) };
};
