import { areas } from '../../shared/domain/area.table.ts';
import { mayTouch, yearsAwaited } from '../../shared/domain/calendar-recount.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { civilDateOf } from '../../shared/domain/time.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { Recount } from '../../shared/port/calendar-store.ts';
import type { TicketPage, TicketStore } from '../../shared/port/ticket-store.ts';
import { shippedYear } from './year-in-path.ts';

/** One list of tickets that a recount goes through; with a month, of those that ended in it. */
export interface RecountList {
  readonly area: string;
  readonly month?: string;
}

const everywhere = (month?: string): readonly RecountList[] =>
  areas.map(({ code }) => ({ area: code, ...(month !== undefined && { month }) }));

const monthsOf = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

/** Nothing ever waited for a year that was known before. */
const isFirstContent = ({ year, yearVersion }: Recount): boolean =>
  yearVersion === 1 && shippedYear(year) === undefined;

/**
 * What ended without anybody knowing whether in time did so in the unknown year or, at a stretch, in
 * the one after it.
 */
const endedMonths = (recount: Recount, at: Instant): readonly string[] => {
  if (!isFirstContent(recount)) return [];
  const months = [...monthsOf(recount.year), ...monthsOf(recount.year + 1)];
  return months.filter((month) => month <= civilDateOf(at).slice(0, 7));
};

/** In an order that only grows at its end, so that a place in it stays one. */
export const recountLists = (recount: Recount, at: Instant): readonly RecountList[] => [
  ...everywhere(),
  ...endedMonths(recount, at).flatMap(everywhere),
];

const pageSize = 100;

/** The tickets of a list that the year may touch: open ones it may move, ended ones that wait. */
export const recountPage = (
  { area, month }: RecountList,
  { year, cursor }: Recount,
  tickets: TicketStore,
): Promise<TicketPage> => {
  const waits = (ticket: Ticket) => yearsAwaited(ticket).has(year);
  if (month !== undefined) {
    return tickets.endedIn({ area, month }, { limit: pageSize, cursor, only: waits });
  }
  const touched = (ticket: Ticket) => mayTouch(ticket, year);
  return tickets.openIn({ area }, { limit: pageSize, cursor, only: touched });
};
