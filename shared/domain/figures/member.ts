import { civilDateOf, earlier } from '../time/instant.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
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

const latestOf = (...moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments
    .filter((moment) => moment !== undefined)
    .toSorted()
    .at(-1);

/** Merges two sightings of the same member. Order and repeats affect nothing but the name. */
export const mergedMember = (known: FigureMember, seen: FigureMember): FigureMember => ({
  ...known,
  name: known.name ?? seen.name,
  firstAt: earlier(known.firstAt, seen.firstAt),
  lastFinishedAt: latestOf(known.lastFinishedAt, seen.lastFinishedAt),
  lastRatedAt: latestOf(known.lastRatedAt, seen.lastRatedAt),
});

const dayOf = (at: Instant | undefined): CivilDate | undefined => at && civilDateOf(at);

/**
 * Returns whether `next` needs a write. A member is kept by the day, so a busy day costs one write.
 */
export const tellsMore = (known: FigureMember, next: FigureMember): boolean =>
  known.name !== next.name ||
  dayOf(known.firstAt) !== dayOf(next.firstAt) ||
  dayOf(known.lastFinishedAt) !== dayOf(next.lastFinishedAt) ||
  dayOf(known.lastRatedAt) !== dayOf(next.lastRatedAt);
