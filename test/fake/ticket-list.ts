import { countingArea } from '../../shared/domain/area/area.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { endedAt, workDue } from '../../shared/domain/ticket/work-due.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import { CursorRefused } from '../../shared/port/page.ts';
import type { Page, Paging } from '../../shared/port/page.ts';
import type { TicketScope } from '../../shared/port/ticket/store.ts';
import { copyOf } from './memory.ts';

/** One of the lists of tickets: the open ones, or those that ended in a month. */
export interface ListAsked extends TicketScope {
  readonly month?: string;
}

const listOf = (ticket: Ticket): string => {
  const ended = endedAt(ticket);
  const name = ended === undefined ? 'open' : civilDateOf(ended).slice(0, 7);
  return `${countingArea(ticket.area)}/${name}/`;
};

/** By department, then the nearest deadline; a ticket that waits for its calendar is last. */
const placeOf = (ticket: Ticket): string =>
  `${listOf(ticket)}${ticket.creditCode}/${endedAt(ticket) ?? workDue(ticket) ?? '9999'}/${ticket.id}`;

const beginningOf = ({ area, creditCode, month = 'open' }: ListAsked): string =>
  `${countingArea(area)}/${month}/${creditCode === undefined ? '' : `${creditCode}/`}`;

const startOf = (asked: ListAsked, cursor: string | undefined): string => {
  if (cursor === undefined) return '';
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!place.startsWith(beginningOf(asked))) throw new CursorRefused();
  return place;
};

export const listed = (
  tickets: Iterable<Ticket>,
  asked: ListAsked,
  { limit, cursor, only = () => true }: Paging<Ticket>,
): Page<Ticket> => {
  const start = startOf(asked, cursor);
  const left = [...tickets]
    .filter((ticket) => placeOf(ticket).startsWith(beginningOf(asked)))
    .filter((ticket) => placeOf(ticket) > start && only(ticket))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const page = left.slice(0, limit);
  const last = page.at(-1);
  const hasMore = last !== undefined && left.length > limit;
  return {
    items: copyOf(page),
    ...(hasMore ? { cursor: Buffer.from(placeOf(last)).toString('base64url') } : {}),
  };
};
