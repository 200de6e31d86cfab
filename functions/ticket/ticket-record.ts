import { saidAt } from '../../shared/domain/rating/contest/second-generation.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { findChainBreak } from '../../shared/domain/ticket/verify.ts';
import type { ChainBreak, TicketRecord } from '../../shared/domain/ticket/verify.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { RatingStore } from '../../shared/port/rating/store.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { sha256 } from '../../shared/rules.ts';

export interface RecordDeps {
  readonly tickets: Pick<TicketStore, 'find' | 'steps'>;
  readonly ratings: Pick<RatingStore, 'find'>;
}

export interface CheckedRecord extends TicketRecord {
  readonly broken?: ChainBreak | undefined;
}

const isPresent = (rating: Rating | undefined): rating is Rating => rating !== undefined;

/** Returns the rating that opened the ticket, and the one that followed up. */
export const ratingsOf = async (
  ticket: Ticket,
  { ratings }: Pick<RecordDeps, 'ratings'>,
): Promise<readonly Rating[]> => {
  const found = await Promise.all([
    ratings.find({ ...ticket, assessNumber: 1 }),
    ticket.followUp && ratings.find({ ...ticket, assessNumber: 2 }),
  ]);
  return found.filter(isPresent);
};

/** Returns when the resident gave the rating of a ticket, or when the ticket opened without one. */
export const ratedAt = ({ ticket, ratings }: Pick<TicketRecord, 'ticket' | 'ratings'>): Instant => {
  const first = ratings.find(({ assessNumber }) => assessNumber === 1);
  return first === undefined ? ticket.openedAt : saidAt(first);
};

const readOnce = async (ticket: Ticket, deps: RecordDeps): Promise<TicketRecord> => {
  const [steps, ratings] = await Promise.all([
    deps.tickets.steps(ticket.id),
    ratingsOf(ticket, deps),
  ]);
  return { ticket, steps, ratings };
};

/**
 * Returns a ticket with its audit chain and its ratings, and where they disagree. Another writer
 * may change the ticket between the reads, so a disagreement counts only while the ticket stays as
 * it was read; otherwise the newer ticket is read.
 */
export const readTicketRecord = async (
  ticket: Ticket,
  deps: RecordDeps,
  readings = 4,
): Promise<CheckedRecord> => {
  const record = await readOnce(ticket, deps);
  const broken = findChainBreak(record, sha256);
  if (broken === undefined) return record;
  const newest = await deps.tickets.find(ticket.id);
  const isNewer = newest !== undefined && newest.version > ticket.version;
  return isNewer && readings > 1
    ? readTicketRecord(newest, deps, readings - 1)
    : { ...record, broken };
};
