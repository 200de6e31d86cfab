/** 办结时点: since when nothing of a case is open, from which its period counts. */
import type { Contest } from '../../rating/contest/contest.ts';
import type { Rating } from '../../rating/rating.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { endedAt } from '../../ticket/work-due.ts';
import { later } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import type { Case } from '../case.ts';

/** A case with all its ratings, default ones and every generation too, their tickets and contests. */
export interface WholeCase {
  readonly known: Case;
  readonly ratings: readonly Rating[];
  readonly tickets: readonly Ticket[];
  readonly contests: readonly Contest[];
}

/**
 * Returns the last moment at which something happened to the case; undefined while a ticket or a
 * contest of it is open, or it is neither finished nor rated. An event counts when it arrived,
 * because a case may be reported years after it was finished.
 */
export const settledAt = ({
  known,
  ratings,
  tickets,
  contests,
}: WholeCase): Instant | undefined => {
  const isOver = ratings.length > 0 || known.timeline.some(({ type }) => type === 'finished');
  if (!isOver) return undefined;
  // What is open has no end, and then the whole has none.
  return [
    ...known.timeline.flatMap(({ at, receivedAt = at }) => [at, receivedAt]),
    ...ratings.map(({ receivedAt }) => receivedAt),
    ...tickets.map(endedAt),
    ...contests.map(({ ruling }) => ruling?.at),
  ].reduce((last, one) => last && one && later(last, one));
};
