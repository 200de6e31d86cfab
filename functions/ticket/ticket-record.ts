import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { findChainBreak } from '../../shared/domain/ticket/verify.ts';
import type { ChainBreak, TicketRecord } from '../../shared/domain/ticket/verify.ts';
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

const readOnce = async (
  ticket: Ticket,
  { tickets, ratings }: RecordDeps,
): Promise<TicketRecord> => {
  const [steps, first, second] = await Promise.all([
    tickets.steps(ticket.id),
    ratings.find({ ...ticket, assessNumber: 1 }),
    ticket.followUp && ratings.find({ ...ticket, assessNumber: 2 }),
  ]);
  return { ticket, steps, ratings: [first, second].filter(isPresent) };
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
