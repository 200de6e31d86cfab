import { fromEpoch, parseInstant, toEpoch } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';

export interface FakeClock {
  readonly now: Now;
  /** Moves forward, or back with a negative number. */
  advance(ms: number): void;
}

/** A moment written in a test; an invalid one fails the test immediately. */
export const at = (text: string): Instant => {
  const moment = parseInstant(text);
  if (moment === undefined) throw new Error(`not a moment: ${text}`);
  return moment;
};

export const fakeClock = (start: Instant): FakeClock => {
  let ms = toEpoch(start);
  return {
    now: () => fromEpoch(ms),
    advance(by) {
      ms += by;
    },
  };
};
