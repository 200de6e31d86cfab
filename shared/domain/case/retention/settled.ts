/** 办结时点: since when nothing of a case is open, from which its period counts. */
import type { Contest } from '../../rating/contest/contest.ts';
import type { Rating } from '../../rating/rating.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { endedAt } from '../../ticket/work-due.ts';
import type { Instant } from '../../time/instant.ts';
import type { Case } from '../case.ts';

/** A case with all its ratings, default ones and every generation too, their tickets and contests. */
export interface WholeCase {
  readonly known: Case;
  readonly ratings: readonly Rating[];
  readonly tickets: readonly Ticket[];
  readonly contests: readonly Contest[];
}

const isSettled = ({ known, ratings, tickets, contests }: WholeCase): boolean =>
  tickets.every((ticket) => endedAt(ticket) !== undefined) &&
  contests.every(({ ruling }) => ruling !== undefined) &&
  (ratings.length > 0 || known.timeline.some(({ type }) => type === 'finished'));

/**
 * Returns the last moment at which something happened to the case; undefined while a ticket or a
 * contest of it is open, or it is neither finished nor rated. An event counts when it arrived, because a case may be
 * reported years after it was finished.
 */
export const settledAt = (whole: WholeCase): Instant | undefined =>
  isSettled(whole)
    ? [
        ...whole.known.timeline.flatMap(({ at, receivedAt = at }) => [at, receivedAt]),
        ...whole.ratings.map(({ receivedAt }) => receivedAt),
        ...whole.tickets.flatMap((ticket) => endedAt(ticket) ?? []),
        ...whole.contests.flatMap(({ ruling }) => ruling?.at ?? []),
      ]
        .toSorted()
        .at(-1)
    : undefined;
