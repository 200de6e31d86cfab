import { fromEpoch, toEpoch } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { RecountPublisher } from '../../shared/port/calendar/recount-publisher.ts';
import type { CalendarStore, Recount } from '../../shared/port/calendar/store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { rulesLagMs } from '../../shared/port/policy/rulebook.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { recountLists, recountPage } from './recount-lists.ts';

export interface SpreadDeps {
  readonly now: Now;
  readonly calendars: CalendarStore;
  readonly tickets: TicketStore;
  readonly cases: CaseStore;
  readonly places: Pick<Places, 'now'>;
  readonly recounts: RecountPublisher;
}

/** About ten seconds of work; the next scheduled run does the rest. */
const pagesAtOnce = 40;
/** After this time no instance uses the old calendar, even in a slow call. */
const roundsApartMs = 2 * rulesLagMs;

/** Moves to the next list; after the last list to the second round, and after that to `done`. */
const afterList = (recount: Recount, lists: number, at: Instant): Recount => {
  const { cursor: _cursor, areas, ...here } = recount;
  if (here.listsDone + 1 < lists) return { ...here, areas, listsDone: here.listsDone + 1 };
  if (here.round === 2) return { ...here, state: 'done' };
  return { ...here, round: 2, listsDone: 0, notBefore: fromEpoch(toEpoch(at) + roundsApartMs) };
};

const enqueueRecountPage = async (recount: Recount, deps: SpreadDeps): Promise<Recount> => {
  const at = deps.now();
  const { year, yearVersion } = recount;
  const areas = recount.areas ?? (await deps.places.now()).map(({ code }) => code);
  const lists = recountLists(recount, areas, at);
  const list = lists[recount.listsDone];
  if (list === undefined)
    throw new Error(`the recount of ${year} has a position beyond its last list`);
  const page = await recountPage(list, recount, deps);
  const orders = page.items.map((subject) => ({ ...subject, year, yearVersion }));
  const refused = await deps.recounts.order(orders);
  if (refused.length > 0)
    throw new Error(`${refused.length} messages were not accepted by the queue`);
  const queued = recount.queued + orders.length;
  const done = { ...recount, areas, queued, version: recount.version + 1 };
  return page.cursor === undefined
    ? afterList(done, lists.length, at)
    : { ...done, cursor: page.cursor };
};

/**
 * Puts the tickets and promises that a loaded year may affect on the queue, from the saved
 * position. The position is saved after each page, so a crash repeats at most one page of messages.
 * When another instance works on the same recount, that instance continues.
 */
export const spreadRecount = async (recount: Recount, deps: SpreadDeps): Promise<Recount> => {
  let stands = recount;
  for (let pages = 0; pages < pagesAtOnce; pages += 1) {
    if (stands.state === 'done' || stands.notBefore > deps.now()) return stands;
    const next = await enqueueRecountPage(stands, deps);
    if ((await deps.calendars.advance(next)) === 'conflict') return stands;
    stands = next;
  }
  return stands;
};
