import type { DayRecords } from '../../port/reconciliation/day-records.ts';
import { readMany } from '../batch-read.ts';
import { storedCase } from '../case/schema.ts';
import { listPage } from '../items.ts';
import { finishedOn, ratedOn, ticketKey } from '../keys.ts';
import { invitedOn } from '../rating/keys.ts';
import { storedInvitation, storedRating } from '../rating/schema.ts';
import type { StoredKind } from '../stored-kind.ts';
import { readItem } from '../table.ts';
import type { Attributes, Table } from '../table.ts';
import { storedTicket } from '../ticket/schema.ts';

/** Reads page by page, so that a city's whole day is never in memory. */
async function* wholeDay<T>(table: Table, kind: StoredKind<T>, listPk: string): AsyncGenerator<T> {
  let after: Attributes | undefined;
  do {
    const page = await listPage(table, kind, { listPk, after });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

export const dayRecords = (table: Table): DayRecords => ({
  finished: (area, day) => wholeDay(table, storedCase, finishedOn(area, day)),
  invited: (area, day) => wholeDay(table, storedInvitation, invitedOn(area, day)),
  rated: (area, day) => wholeDay(table, storedRating, ratedOn(area, day)),

  async tickets(ids) {
    const keys = ids.map(ticketKey);
    const found = await readMany(table, keys, { consistent: true });
    return keys
      .map((key) => readItem(storedTicket, found(key)))
      .filter((ticket) => ticket !== undefined);
  },
});
