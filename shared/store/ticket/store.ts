import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { TicketScope, TicketStore } from '../../port/ticket/store.ts';
import { itemPage } from '../item-page.ts';
import type { ItemList } from '../item-page.ts';
import { getItem, wholePart } from '../items.ts';
import { endedTicketsOf, openTicketsOf, ticketKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { ticketPlace } from './place.ts';
import { storedTicket } from './schema.ts';
import { storedStep } from './step-schema.ts';
import { writeChange } from './write.ts';

/** Returns a whole list, or one department's part of it. */
const listOf = (listPk: string, { creditCode }: TicketScope): ItemList<Ticket> => ({
  listPk,
  kind: storedTicket,
  placeOf: ticketPlace,
  beginsWith: creditCode === undefined ? undefined : `${creditCode}#`,
});

export const ticketStore = (table: Table): TicketStore => ({
  find: (id) => getItem(table, storedTicket, ticketKey(id)),

  steps: (id) => wholePart(table, storedStep, { pk: ticketKey(id).pk, beginsWith: 'STEP#' }),

  save: (next, steps, notices) => writeChange(table, { next, events: steps, notices }),

  openIn: (scope, page) => itemPage(table, listOf(openTicketsOf(scope.area), scope), page),

  endedIn: (scope, page) =>
    itemPage(table, listOf(endedTicketsOf(scope.area, scope.month), scope), page),
});
