import { marshall } from '@aws-sdk/util-dynamodb';

import type { Ticket } from '../domain/ticket.ts';
import { CursorRefused } from '../port/ticket-store.ts';
import type { TicketPage, TicketPaging } from '../port/ticket-store.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { listPage } from './items.ts';
import type { Attributes, Table } from './table.ts';
import { ticketPlace } from './ticket-place.ts';

/** A part of the list index: a whole list, or one department's part of it. */
export interface TicketList {
  readonly listPk: string;
  readonly beginsWith?: string | undefined;
}

/** How many tickets are looked at for one page before it is given out as it is. */
const mostRead = 1000;
/** How many are read at a time when many of them may be left out. */
const bite = 100;

const startOf = (list: TicketList, cursor: string | undefined): Attributes | undefined => {
  const start = cursor === undefined ? undefined : fromCursor(cursor, list);
  if (cursor !== undefined && start === undefined) throw new CursorRefused();
  return start;
};

/** The position of a ticket in the list index, from which the next page goes on. */
const positionOf = (ticket: Ticket): Attributes => {
  const { key, list } = ticketPlace(ticket);
  return marshall({ ...key, ...list });
};

const allOf = (): boolean => true;

/** Fills the page from as many reads as it takes; a page that ends early says where it stopped. */
export const ticketPage = async (
  table: Table,
  list: TicketList,
  { limit, cursor, only = allOf }: TicketPaging,
): Promise<TicketPage> => {
  const size = only === allOf ? limit : bite;
  const tickets: Ticket[] = [];
  let after = startOf(list, cursor);
  for (let read = 0; read < mostRead; read += size) {
    const page = await listPage<Ticket>(table, { ...list, limit: size, after });
    const wanted = page.items.filter(only).slice(0, limit - tickets.length);
    tickets.push(...wanted);
    const last = wanted.at(-1);
    const isFull = tickets.length === limit && last !== undefined;
    after = isFull && last.id !== page.items.at(-1)?.id ? positionOf(last) : page.next;
    if (isFull || after === undefined) break;
  }
  return { tickets, cursor: toCursor(after) };
};
