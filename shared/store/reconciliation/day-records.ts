import type { Contest } from '../../domain/rating/contest/contest.ts';
import { nextDate, civilDateOf } from '../../domain/time/instant.ts';
import type { CivilDate } from '../../domain/time/instant.ts';
import type { DayRecords } from '../../port/reconciliation/day-records.ts';
import { readMany } from '../batch-read.ts';
import { storedCase } from '../case/schema.ts';
import { getItem, listPage } from '../items.ts';
import { finishedOn, ratedOn, ratingKey, ticketKey } from '../keys.ts';
import { storedContest } from '../rating/contest-schema.ts';
import { contestsIn, invitedOn } from '../rating/keys.ts';
import { storedInvitation, storedRating } from '../rating/schema.ts';
import type { StoredKind } from '../stored-kind.ts';
import { readItem } from '../table.ts';
import type { Attributes, Table } from '../table.ts';
import { storedTicket } from '../ticket/schema.ts';

/** Reads page by page, so that a city's whole day is never in memory. */
async function* eachOf<T>(
  table: Table,
  kind: StoredKind<T>,
  list: { readonly listPk: string; readonly beginsWith?: string },
): AsyncGenerator<T> {
  let after: Attributes | undefined;
  do {
    const page = await listPage(table, kind, { ...list, after });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** Sorted by moments in UTC, of which a day in Shanghai touches two dates. */
async function* ruledOn(table: Table, area: string, day: CivilDate): AsyncGenerator<Contest> {
  const listPk = contestsIn(area, 'ended');
  for (const beginsWith of [nextDate(day, -1), day]) {
    for await (const contest of eachOf(table, storedContest, { listPk, beginsWith })) {
      if (contest.ruling !== undefined && civilDateOf(contest.ruling.at) === day) yield contest;
    }
  }
}

export const dayRecords = (table: Table): DayRecords => ({
  finished: (area, day) => eachOf(table, storedCase, { listPk: finishedOn(area, day) }),
  invited: (area, day) => eachOf(table, storedInvitation, { listPk: invitedOn(area, day) }),
  rated: (area, day) => eachOf(table, storedRating, { listPk: ratedOn(area, day) }),

  rating: (key) => getItem(table, storedRating, ratingKey(key)),
  ruled: (area, day) => ruledOn(table, area, day),

  async tickets(ids) {
    const keys = ids.map(ticketKey);
    const found = await readMany(table, keys, { consistent: true });
    return keys
      .map((key) => readItem(storedTicket, found(key)))
      .filter((ticket) => ticket !== undefined);
  },
});
