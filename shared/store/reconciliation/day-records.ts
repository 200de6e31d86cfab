import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { DayRecords } from '../../port/reconciliation/day-records.ts';
import { readMany } from '../batch-read.ts';
import { listPage } from '../items.ts';
import { finishedOn, ratedOn, ticketKey } from '../keys.ts';
import { invitedOn } from '../rating/keys.ts';
import { readItem } from '../table.ts';
import type { Attributes, Table } from '../table.ts';

/** Reads page by page, so that a city's whole day is never in memory. */
async function* wholeDay<T>(table: Table, listPk: string): AsyncGenerator<T> {
  let after: Attributes | undefined;
  do {
    const page = await listPage<T>(table, { listPk, after });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

export const dayRecords = (table: Table): DayRecords => ({
  finished: (area, day) => wholeDay(table, finishedOn(area, day)),
  invited: (area, day) => wholeDay(table, invitedOn(area, day)),
  rated: (area, day) => wholeDay(table, ratedOn(area, day)),

  async tickets(ids) {
    const keys = ids.map(ticketKey);
    const found = await readMany(table, keys, { consistent: true });
    return keys.map((key) => readItem<Ticket>(found(key))).filter((ticket) => ticket !== undefined);
  },
});
