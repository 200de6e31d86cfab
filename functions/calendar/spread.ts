import { fromEpoch, toEpoch } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { RecountPublisher } from '../../shared/port/calendar/recount-publisher.ts';
import type { CalendarStore, Recount } from '../../shared/port/calendar/store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import { rulesLagMs } from '../../shared/port/policy/rulebook.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { recountLists, recountPage } from './recount-lists.ts';

export interface SpreadDeps {
  readonly now: Now;
  readonly calendars: CalendarStore;
  readonly tickets: TicketStore;
  readonly cases: CaseStore;
  readonly recounts: RecountPublisher;
}

/** About ten seconds of work; what is left is the next beat's. */
const pagesAtOnce = 40;
/** When nobody goes by the old calendar any more, even in a call that was long on its way. */
const roundsApartMs = 2 * rulesLagMs;

/** The next list; after the last one the second round, after that the end. */
const afterList = (recount: Recount, lists: number, at: Instant): Recount => {
  const { cursor: _cursor, ...here } = recount;
  if (here.listsDone + 1 < lists) return { ...here, listsDone: here.listsDone + 1 };
  if (here.round === 2) return { ...here, state: 'done' };
  return { ...here, round: 2, listsDone: 0, notBefore: fromEpoch(toEpoch(at) + roundsApartMs) };
};

const orderPage = async (recount: Recount, deps: SpreadDeps): Promise<Recount> => {
  const at = deps.now();
  const { year, yearVersion } = recount;
  const lists = recountLists(recount, at);
  const list = lists[recount.listsDone];
  if (list === undefined) throw new Error(`a recount stands behind its last list: ${year}`);
  const page = await recountPage(list, recount, deps);
  const orders = page.items.map((subject) => ({ ...subject, year, yearVersion }));
  const refused = await deps.recounts.order(orders);
  if (refused.length > 0) throw new Error(`the queue did not take ${refused.length} orders`);
  const done = { ...recount, queued: recount.queued + orders.length, version: recount.version + 1 };
  return page.cursor === undefined
    ? afterList(done, lists.length, at)
    : { ...done, cursor: page.cursor };
};

/**
 * Puts the tickets and promises that a loaded year may touch onto the queue, from where the recount
 * stands.
 * The place is saved after each page: a crash repeats one page, which repeats orders and no more.
 * Where somebody else is at the same work, that one goes on.
 */
export const spreadRecount = async (recount: Recount, deps: SpreadDeps): Promise<Recount> => {
  let stands = recount;
  for (let pages = 0; pages < pagesAtOnce; pages += 1) {
    if (stands.state === 'done' || stands.notBefore > deps.now()) return stands;
    const next = await orderPage(stands, deps);
    if ((await deps.calendars.advance(next)) === 'conflict') return stands;
    stands = next;
  }
  return stands;
};
