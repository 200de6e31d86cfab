import { mayMovePromise, mayTouch, yearsAwaited } from '../../shared/domain/calendar/recount.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { RecountSubject } from '../../shared/port/calendar/recount-publisher.ts';
import type { Recount } from '../../shared/port/calendar/store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Page } from '../../shared/port/page.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { shippedYear } from './year-in-path.ts';

/**
 * A list that a recount reads: the open tickets of an area, its promised cases, or its ended
 * tickets.
 */
export type RecountList =
  | { readonly of: 'open' | 'promised'; readonly area: string }
  | { readonly of: 'ended'; readonly area: string; readonly month: string };

const endedIn = (month: string, areas: readonly string[]): readonly RecountList[] =>
  areas.map((area) => ({ of: 'ended', area, month }));

const monthsOf = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

/**
 * True when this is the year's first content: before that, tickets may have waited for the year.
 */
const isFirstContent = ({ year, yearVersion }: Recount): boolean =>
  yearVersion === 1 && shippedYear(year) === undefined;

/**
 * Returns the months in which a ticket may have ended before its deadline was known: those of the
 * year and of the year after it, up to now.
 */
const endedMonths = (recount: Recount, at: Instant): readonly string[] => {
  if (!isFirstContent(recount)) return [];
  const months = [...monthsOf(recount.year), ...monthsOf(recount.year + 1)];
  return months.filter((month) => month <= civilDateOf(at).slice(0, 7));
};

/**
 * Returns the lists of these areas in a fixed order. New lists only appear at the end, so a saved
 * position stays valid.
 */
export const recountLists = (
  recount: Recount,
  areas: readonly string[],
  at: Instant,
): readonly RecountList[] => [
  ...areas.map((area) => ({ of: 'open', area }) as const),
  ...areas.map((area) => ({ of: 'promised', area }) as const),
  ...endedMonths(recount, at).flatMap((month) => endedIn(month, areas)),
];

const pageSize = 100;

export interface RecountStores {
  readonly tickets: TicketStore;
  readonly cases: CaseStore;
}

const promisesIn = async (
  area: string,
  { year, cursor }: Recount,
  cases: CaseStore,
): Promise<Page<RecountSubject>> => {
  const isAffected = (known: Case) => mayMovePromise(known, year);
  const page = await cases.promised({ area }, { limit: pageSize, cursor, only: isAffected });
  return { ...page, items: page.items.map(({ projectNo }) => ({ projectNo })) };
};

const ticketsOf = (
  list: Exclude<RecountList, { of: 'promised' }>,
  { year, cursor }: Recount,
  tickets: TicketStore,
): Promise<Page<Ticket>> => {
  const page = { limit: pageSize, cursor };
  const isAwaitingYear = (ticket: Ticket) => yearsAwaited(ticket).has(year);
  if (list.of === 'ended') return tickets.endedIn(list, { ...page, only: isAwaitingYear });
  return tickets.openIn(list, { ...page, only: (ticket) => mayTouch(ticket, year) });
};

/**
 * Reads one page of a list: the open tickets and promises that the year may move, and the ended
 * tickets that wait for it.
 */
export const recountPage = async (
  list: RecountList,
  recount: Recount,
  { tickets, cases }: RecountStores,
): Promise<Page<RecountSubject>> => {
  if (list.of === 'promised') return promisesIn(list.area, recount, cases);
  const page = await ticketsOf(list, recount, tickets);
  return { items: page.items.map(({ id }) => ({ ticketId: id })), cursor: page.cursor };
};
