/** 办结时点: since when nothing of a case is open, from which its period counts. */
import type { Rating } from '../../rating/rating.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { endedAt } from '../../ticket/work-due.ts';
import type { Instant } from '../../time/instant.ts';
import type { Case } from '../case.ts';

/** A case with all its ratings, default ones too, and their tickets. */
export interface WholeCase {
  readonly known: Case;
  readonly ratings: readonly Rating[];
  readonly tickets: readonly Ticket[];
}

const isSettled = ({ known, ratings, tickets }: WholeCase): boolean =>
  tickets.every((ticket) => endedAt(ticket) !== undefined) &&
  (ratings.length > 0 || known.timeline.some(({ type }) => type === 'finished'));

/**
 * Returns the last moment at which something happened to the case; undefined while a ticket of it is
 * open, or it is neither finished nor rated. An event counts when it arrived, because a case may be
 * reported years after it was finished.
 */
export const settledAt = (whole: WholeCase): Instant | undefined =>
  isSettled(whole)
    ? [
        ...whole.known.timeline.flatMap(({ at, receivedAt = at }) => [at, receivedAt]),
        ...whole.ratings.map(({ receivedAt }) => receivedAt),
        ...whole.tickets.flatMap((ticket) => endedAt(ticket) ?? []),
      ]
        .toSorted()
        .at(-1)
    : undefined;
