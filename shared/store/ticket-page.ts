import type { TicketPage, TicketPaging } from '../port/ticket-store.ts';
import { itemPage } from './item-page.ts';
import type { Table } from './table.ts';
import { ticketPlace } from './ticket-place.ts';

/** A part of the list index: a whole list, or one department's part of it. */
export interface TicketList {
  readonly listPk: string;
  readonly beginsWith?: string | undefined;
}

export const ticketPage = async (
  table: Table,
  list: TicketList,
  paging: TicketPaging,
): Promise<TicketPage> => {
  const { items, cursor } = await itemPage(table, { ...list, placeOf: ticketPlace }, paging);
  return { tickets: items, cursor };
};
