import type { Channel } from '../../rating/channel.ts';
import type { Doubt, Part } from '../../rating/doubt.ts';
import type { Level } from '../../rating/level.ts';
import type { Instant } from '../../time/instant.ts';

/** What two persons read in an evaluation where this system cannot. */
export interface StatedParts {
  readonly level?: Level | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Null: there are no words in it. */
  readonly text?: string | null | undefined;
  readonly at?: Instant | undefined;
  readonly channel?: Channel | undefined;
}

/** What two persons state of a kept callback. */
export interface Stated extends StatedParts {
  readonly projectNo?: string | undefined;
  readonly serviceNumber?: number | undefined;
  /** Which of several evaluations is meant, counted from 1. */
  readonly item?: number | undefined;
}

/** Returns what was stated in the place of an unread part, with a doubt that says so. */
export const statedPart = <T>(value: T, doubt: Doubt, complete = true): Part<T> => ({
  value,
  doubts: [doubt],
  complete,
});
