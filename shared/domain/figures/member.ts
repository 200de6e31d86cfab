import { civilDateOf, earlier, later } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { Scope } from './scope.ts';

/** Somebody or something that has been met in a case or a rating, and when last. */
export interface FigureMember extends Scope {
  /** 6 digits. One that was met in several areas is a member of each. */
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

/** Both sightings of the same member as one; order and repeats make no difference but to the name. */
export const mergedMember = (known: FigureMember, seen: FigureMember): FigureMember => ({
  ...known,
  name: known.name ?? seen.name,
  firstAt: earlier(known.firstAt, seen.firstAt),
  lastFinishedAt: mergeInstants(known.lastFinishedAt, seen.lastFinishedAt, later),
  lastRatedAt: mergeInstants(known.lastRatedAt, seen.lastRatedAt, later),
});

const dayOf = (at: Instant | undefined): string => (at === undefined ? '' : civilDateOf(at));

/** Whether `next` is worth a write: a member is kept by the day, so that one busy day costs one write. */
export const tellsMore = (known: FigureMember, next: FigureMember): boolean =>
  known.name !== next.name ||
  dayOf(known.firstAt) !== dayOf(next.firstAt) ||
  dayOf(known.lastFinishedAt) !== dayOf(next.lastFinishedAt) ||
  dayOf(known.lastRatedAt) !== dayOf(next.lastRatedAt);
