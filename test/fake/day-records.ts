import { countingArea } from '../../shared/domain/area/area.ts';
import { finishedAt } from '../../shared/domain/case/case.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Contest } from '../../shared/domain/rating/contest/contest.ts';
import type { Invited } from '../../shared/domain/rating/invited.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import type { RatingStore } from '../../shared/port/rating/store.ts';
import type { DayRecords } from '../../shared/port/reconciliation/day-records.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import type { Memory } from './memory.ts';

/** The contents of the other fakes. */
export interface Held {
  readonly cases: () => readonly Case[];
  readonly invited: () => readonly Invited[];
  readonly ratings: () => readonly Rating[];
  readonly rating: Pick<RatingStore, 'find'>;
  readonly contests: () => readonly Contest[];
  readonly tickets: Pick<TicketStore, 'find'>;
}

export const fakeDayRecords = (memory: Memory, held: Held): DayRecords => {
  async function* on<T extends { readonly area: string }>(
    all: () => readonly T[],
    when: (one: T) => Instant | undefined,
    [area, day]: readonly [string, CivilDate],
  ): AsyncGenerator<T> {
    await memory.turn();
    for (const one of all()) {
      const at = when(one);
      const isThere = countingArea(one.area) === area;
      if (isThere && at !== undefined && civilDateOf(at) === day) yield one;
    }
  }
  return {
    finished: (...place) => on(held.cases, finishedAt, place),
    invited: (...place) => on(held.invited, (one) => one.at, place),
    rated: (...place) => on(held.ratings, (one) => one.receivedAt, place),
    rating: (key) => held.rating.find(key),
    ruled: (...place) => on(held.contests, ({ ruling }) => ruling?.at, place),
    async tickets(ids) {
      const found = await Promise.all(ids.map((id) => held.tickets.find(id)));
      return found.filter((ticket) => ticket !== undefined);
    },
  };
};
