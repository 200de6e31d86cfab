import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { saidIn } from '../../../shared/domain/pad/said.ts';
import { hasLostCharacter } from '../../../shared/http/body-text.ts';
import type { PadDeps } from '../../../shared/http/pad/pad-call.ts';
import type { Problem } from '../../../shared/http/problem/problem.ts';
import { sha256 } from '../../../shared/rules.ts';
import { sequenceOf } from '../read-rating.ts';

/**
 * Many times the longest rating, and encrypted far below the 400 KB that an item of the table may
 * have.
 */
const longestKept = 100_000;

/** Returns the encryption context of the ratings of a pad that were refused. */
export const refusedPlace = (padId: string): string => `pad/${padId}/refused`;

/**
 * Returns the JSON text of a value that came as JSON. Nothing but extremely deep nesting keeps it
 * from being serialized again; no real pad sends it.
 */
const textOf = (given: unknown): string => {
  try {
    return JSON.stringify(given);
  } catch {
    return 'nested too deeply to be kept';
  }
};

/** Equal ratings of one batch without a number are of as many residents: each has a mark. */
const markOf = (whole: string, equalBefore: number): string =>
  sha256(equalBefore === 0 ? whole : `${whole}#${equalBefore}`).slice(0, 16);

/** A rating of a batch, and how many equal ones without a number stand before it. */
export interface Sent {
  readonly given: unknown;
  readonly equalBefore: number;
}

/** Returns the ratings of a batch; an equal one under the same number is a repeat. */
export const sentIn = (ratings: readonly unknown[]): readonly Sent[] => {
  const counts = new Map<string, number>();
  return ratings.map((given) => {
    if (sequenceOf(given) !== null) return { given, equalBefore: 0 };
    const text = textOf(given);
    const equalBefore = counts.get(text) ?? 0;
    counts.set(text, equalBefore + 1);
    return { given, equalBefore };
  });
};

/** Whether one of its characters was lost on the way. */
export const hasLost = (given: unknown): boolean => hasLostCharacter(textOf(given));

/** No character is cut in half: what is left of one is a single U+FFFD. */
const beginningOf = (text: string): string =>
  Buffer.from(text)
    .subarray(0, longestKept)
    .toString()
    .replace(/\uFFFD$/u, '');

/**
 * Stores a refused rating, encrypted, under its sequence number: no input of a resident may be
 * lost. Of what is too large to be a rating the beginning is kept, so that it cannot hold up the
 * others of its batch.
 */
export const keepRefused = async (
  { given, equalBefore }: Sent,
  problem: Problem,
  { pad, deps }: { readonly pad: Pad; readonly deps: PadDeps },
): Promise<void> => {
  const whole = textOf(given);
  const kept = beginningOf(whole);
  await deps.pads.keepRefused({
    padId: pad.id,
    hall: pad.hall,
    sequence: sequenceOf(given) ?? 0,
    mark: markOf(whole, equalBefore),
    at: deps.now(),
    code: problem.code,
    says: saidIn(given),
    clockBehindMs: pad.clockBehindMs ?? 0,
    sealed: await deps.keys.encrypt(kept, refusedPlace(pad.id)),
    ...(kept !== whole && { cut: true }),
  });
};
