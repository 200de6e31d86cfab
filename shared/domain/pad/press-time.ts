import type { Doubt } from '../rating/doubt.ts';
import { sentOf } from '../text/sent-value.ts';
import { isAhead } from '../time/clock-tolerance.ts';
import { instantOfEpoch, parseInstant, toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/sent-moment.ts';

/**
 * Returns how far a pad's clock is behind the server's, from the time that the pad states as it
 * sends. Undefined when it states none that can be read.
 */
export const clockBehind = (stated: unknown, now: Instant): number | undefined => {
  const clock = momentOf(stated);
  return clock === undefined ? undefined : toEpoch(now) - toEpoch(clock);
};

/** When the resident pressed, as far as it can be known from what the pad states. */
export interface PressTime {
  readonly pressedAt?: Instant | undefined;
  readonly isPlausible: boolean;
}

interface PadClock {
  readonly behindMs: number;
  /** When the pad was registered: nobody pressed on it before. */
  readonly since: Instant;
  readonly now: Instant;
}

/**
 * Reads the time of a press in any form in which the center writes one, corrected by what is known of
 * the pad's clock. A time that cannot be read, that is ahead of the server or from before the pad
 * existed is no reason to refuse what the resident said: the claim is marked.
 */
export const readPressTime = (stated: unknown, { behindMs, since, now }: PadClock): PressTime => {
  if (stated === undefined) return { isPlausible: true };
  const claimed = momentOf(stated);
  const pressedAt = claimed && instantOfEpoch(toEpoch(claimed) + behindMs);
  if (pressedAt === undefined) return { pressedAt: claimed, isPlausible: false };
  return { pressedAt, isPlausible: !isAhead(pressedAt, now) && !isAhead(since, pressedAt) };
};

/** Returns the doubt of a time that cannot be read, with what came. */
export const timeDoubts = (stated: unknown, { pressedAt }: PressTime): readonly Doubt[] =>
  stated === undefined || pressedAt !== undefined
    ? []
    : [{ code: 'unreadable_time', sent: sentOf(stated) }];

/**
 * Returns the time that a pad stated for a press, the same for every repeat: the correction of its
 * clock differs from call to call. What no clock shows is returned as it was stated.
 */
export const statedTime = (stated: unknown): string | number | undefined => {
  if (typeof stated === 'number') return stated;
  return typeof stated === 'string' ? (parseInstant(stated) ?? stated) : undefined;
};
