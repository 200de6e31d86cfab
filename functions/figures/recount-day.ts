import { contributionsOf } from '../../shared/domain/figures/contribution.ts';
import type { Source } from '../../shared/domain/figures/contribution.ts';
import type { Level } from '../../shared/domain/rating/level.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import { ticketIdOf } from '../../shared/domain/ticket/ticket.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import type { DayRecords } from '../../shared/port/reconciliation/day-records.ts';
import type { Tally } from './recount-tally.ts';

export interface RecountGiven {
  readonly records: DayRecords;
  /** The levels that any policy has ever treated as bad; only their ratings can have a ticket. */
  readonly badLevels: ReadonlySet<Level>;
}

export interface Place {
  readonly area: string;
  readonly day: CivilDate;
}

/** Number of tickets per read. */
const bite = 100;

const mayHaveTicket = (rating: Rating, { badLevels }: RecountGiven): boolean =>
  rating.origin === 'active' && rating.assessNumber === 1 && badLevels.has(rating.level);

const countTickets = async (
  ids: readonly string[],
  { records }: RecountGiven,
  tally: Tally,
): Promise<void> => {
  for (let start = 0; start < ids.length; start += bite) {
    for (const ticket of await records.tickets(ids.slice(start, start + bite))) {
      tally.add('tickets', contributionsOf({ kind: 'ticket', of: ticket }));
    }
  }
};

/** Counts one day of an area: finished cases, invitations, ratings and their tickets. */
export const recountDay = async (
  { area, day }: Place,
  given: RecountGiven,
  tally: Tally,
): Promise<void> => {
  const { records } = given;
  const countSource = (what: 'cases' | 'invitations' | 'ratings', source: Source): void =>
    tally.add(what, contributionsOf(source));
  for await (const of of records.finished(area, day)) countSource('cases', { kind: 'case', of });
  for await (const of of records.invited(area, day))
    countSource('invitations', { kind: 'invitation', of });
  const ticketIds: string[] = [];
  for await (const of of records.rated(area, day)) {
    countSource('ratings', { kind: 'rating', of });
    if (mayHaveTicket(of, given)) ticketIds.push(ticketIdOf(of));
  }
  await countTickets(ticketIds, given, tally);
};
