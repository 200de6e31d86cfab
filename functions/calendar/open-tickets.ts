import { areas } from '../../shared/domain/area/area.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { everyItem } from '../../shared/port/page.ts';
import type { Paging } from '../../shared/port/page.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';

/** Iterates over every open ticket of the city. */
export async function* openTickets(
  tickets: Pick<TicketStore, 'openIn'>,
  only?: Paging<Ticket>['only'],
): AsyncGenerator<Ticket> {
  for (const { code: area } of areas) {
    yield* everyItem((page) => tickets.openIn({ area }, { ...page, only }));
  }
}
