import { civilDateOf, earlier, later } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { Scope } from './scope.ts';

/** A person or thing that appears in a case or a rating, and when it was last seen. */
export interface FigureMember extends Scope {
  /** 6 digits. A member that is seen in several areas is a member of each. */
  readonly area: string;
  readonly name?: string | undefined;
  readonly firstAt: Instant;
  readonly lastFinishedAt?: Instant | undefined;
  readonly lastRatedAt?: Instant | undefined;
}

type Pick2 = (a: Instant, b: Instant) => Instant;

const mergeInstants = (
  a: Instant | undefined,
  b: Instant | undefined,
  pick: Pick2,
): Instant | undefined => (a === undefined || b === undefined ? (a ?? b) : pick(a, b));

/** Merges two sightings of the same member. Order and repeats affect nothing but the name. */
export const mergedMember = (known: FigureMember, seen: FigureMember): FigureMember => ({
  ...known,
  name: known.name ?? seen.name,
  firstAt: earlier(known.firstAt, seen.firstAt),
  lastFinishedAt: mergeInstants(known.lastFinishedAt, seen.lastFinishedAt, later),
  lastRatedAt: mergeInstants(known.lastRatedAt, seen.lastRatedAt, later),
});

const dayOf = (at: Instant | undefined): string => (at === undefined ? '' : civilDateOf(at));

/**
 * Returns whether `next` needs a write. A member is kept by the day, so a busy day costs one write.
 */
export const tellsMore = (known: FigureMember, next: FigureMember): boolean =>
  known.name !== next.name ||
  dayOf(known.firstAt) !== dayOf(next.firstAt) ||
  dayOf(known.lastFinishedAt) !== dayOf(next.lastFinishedAt) ||
  dayOf(known.lastRatedAt) !== dayOf(next.lastRatedAt);
