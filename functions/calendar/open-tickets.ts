import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { everyItem } from '../../shared/port/page.ts';
import type { Paging } from '../../shared/port/page.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';

export interface OpenTicketsDeps {
  readonly tickets: Pick<TicketStore, 'openIn'>;
  readonly places: Pick<Places, 'now'>;
}

/** Iterates over every open ticket of the city. */
export async function* openTickets(
  { tickets, places }: OpenTicketsDeps,
  only?: Paging<Ticket>['only'],
): AsyncGenerator<Ticket> {
  for (const { code: area } of await places.now()) {
    yield* everyItem((page) => tickets.openIn({ area }, { ...page, only }));
  }
}
