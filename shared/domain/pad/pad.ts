import type { Revocation, Signed } from '../access/signed.ts';
import { toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { PadHealth } from './health.ts';

/** Closed ranges of a pad's own sequence numbers, ascending and disjoint: `[[1, 40], [44, 50]]`. */
export type Ranges = readonly (readonly [number, number])[];

/**
 * Returns the union of the received ranges and the new numbers. Repeats and order make no
 * difference.
 */
export const addSequences = (received: Ranges, sequences: readonly number[]): Ranges => {
  const all = [...received, ...sequences.map((n) => [n, n] as const)].toSorted(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [from, to] of all) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
};

/** Returns the gaps below the highest number received: what the pad still holds, or has lost. */
export const missingSequences = (received: Ranges): Ranges =>
  received
    .map(([from], index) => [(received[index - 1]?.[1] ?? 0) + 1, from - 1] as const)
    .filter(([from, to]) => from <= to);

/** A hall's code begins with its area. */
export const areaOfHall = (hall: string): string => hall.slice(0, 6);

/** Whether something was served where a pad stands. */
export const isAtWindow = (
  at: { readonly hall?: string | undefined; readonly window?: string | undefined },
  { hall, window }: Pick<Pad, 'hall' | 'window'>,
): boolean => at.hall === hall && at.window === window;

/** Returns the highest number received; 0 before the first. */
export const highestOf = (received: Ranges): number => received.at(-1)?.[1] ?? 0;

export const padStates = ['waiting', 'enrolled', 'revoked'] as const;

/** 停用期间: from the revocation of a pad until two persons put it back into use. */
export interface Suspension {
  readonly from: Revocation;
  readonly until: Signed & { readonly reason: string };
}

/** 评价器: one enrolled hall pad, bound to one window. */
export interface Pad extends Signed {
  readonly id: string;
  readonly hall: string;
  readonly window: string;
  readonly label?: string | undefined;
  readonly state: (typeof padStates)[number];
  /** Its number as an issuer of links; a pad of an older release has none yet. */
  readonly issuer?: number | undefined;
  /** The pad's signing key, encrypted with the field key; absent until enrolled. */
  readonly sealedKey?: string | undefined;
  /** When it got that key; older releases did not record it. */
  readonly enrolledAt?: Instant | undefined;
  /** The keys that it had before it was revoked, encrypted: residents hold claim codes of them. */
  readonly formerKeys?: readonly string[] | undefined;
  readonly received: Ranges;
  readonly lastSeenAt?: Instant | undefined;
  /** Ratings in the pad's own queue, as of its last call. */
  readonly waiting?: number | undefined;
  readonly software?: string | undefined;
  readonly health?: PadHealth | undefined;
  /** How far its clock is behind the server's, as of its last call that stated its time. */
  readonly clockBehindMs?: number | undefined;
  readonly revoked?: Revocation | undefined;
  /** The times in which it was revoked before it was put back into use. */
  readonly suspensions?: readonly Suspension[] | undefined;
  readonly version: number;
}

/** Returns how many numbers the gaps contain. */
export const countOf = (gaps: Ranges): number =>
  gaps.reduce((sum, [from, to]) => sum + to - from + 1, 0);

/** Three missed heartbeats of one minute, and two minutes of grace for a slow connection. */
const silentAfterMs = 5 * 60_000;

/** 失联: an enrolled pad that has not called for that long, or never. */
export const isSilent = ({ state, lastSeenAt }: Pad, at: Instant): boolean =>
  state === 'enrolled' &&
  (lastSeenAt === undefined || toEpoch(at) - toEpoch(lastSeenAt) > silentAfterMs);
