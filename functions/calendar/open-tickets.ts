import { areas } from '../../shared/domain/area.table.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { TicketPaging, TicketStore } from '../../shared/port/ticket-store.ts';

const pageSize = 100;

/** Every open ticket of the city, page by page, so that no list of all is ever held. */
export async function* openTickets(
  tickets: Pick<TicketStore, 'openIn'>,
  only?: TicketPaging['only'],
): AsyncGenerator<Ticket> {
  for (const { code } of areas) {
    let cursor: string | undefined;
    do {
      const page = await tickets.openIn({ area: code }, { limit: pageSize, cursor, only });
      yield* page.tickets;
      ({ cursor } = page);
    } while (cursor !== undefined);
  }
}
