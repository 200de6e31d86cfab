import type { Step } from '../domain/step.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketScope, TicketStore } from '../port/ticket-store.ts';
import { getItem, wholePart } from './items.ts';
import { endedTicketsOf, openTicketsOf, ticketKey } from './keys.ts';
import type { Table } from './table.ts';
import { ticketPage } from './ticket-page.ts';
import type { TicketList } from './ticket-page.ts';
import { writeChange } from './ticket-write.ts';

const listOf = (listPk: string, { creditCode }: TicketScope): TicketList => ({
  listPk,
  beginsWith: creditCode === undefined ? undefined : `${creditCode}#`,
});

export const ticketStore = (table: Table): TicketStore => ({
  find: (id) => getItem<Ticket>(table, ticketKey(id)),

  steps: (id) => wholePart<Step>(table, { pk: ticketKey(id).pk, beginsWith: 'STEP#' }),

  save: (next, steps, notices) => writeChange(table, { next, steps, notices }),

  openIn: (scope, page) => ticketPage(table, listOf(openTicketsOf(scope.area), scope), page),

  endedIn: (scope, page) =>
    ticketPage(table, listOf(endedTicketsOf(scope.area, scope.month), scope), page),
});
