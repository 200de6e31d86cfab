import type { Pad } from '../../shared/domain/pad/pad.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import type { Problem } from '../../shared/http/problem/problem.ts';
import { sha256 } from '../../shared/rules.ts';
import { sequenceOf } from './read-rating.ts';

/**
 * Many times the longest rating, and encrypted far below the 400 KB that an item of the table may
 * have.
 */
const longestKept = 100_000;

/** Returns the encryption context of the ratings of a pad that were refused. */
export const refusedPlace = (padId: string): string => `pad/${padId}/refused`;

/**
 * Returns the JSON text of a value. Extremely deep nesting cannot be serialized; no real pad sends
 * it.
 */
const textOf = (given: unknown): string => {
  try {
    return JSON.stringify(given);
  } catch (fault) {
    if (fault instanceof RangeError) return 'nested too deeply to be kept';
    throw fault;
  }
};

/** No character is cut in half. */
const beginningOf = (text: string): string =>
  Buffer.from(text)
    .subarray(0, longestKept)
    .toString()
    .replace(/\uFFFD+$/u, '');

/**
 * Stores a refused rating, encrypted, under its sequence number: no input of a resident may be
 * lost. Of what is too large to be a rating the beginning is kept, so that it cannot hold up the
 * others of its batch.
 */
export const keepRefused = async (
  given: unknown,
  problem: Problem,
  { pad, deps }: { readonly pad: Pad; readonly deps: PadDeps },
): Promise<void> => {
  const whole = textOf(given);
  const isCut = Buffer.byteLength(whole) > longestKept;
  const kept = isCut ? beginningOf(whole) : whole;
  await deps.pads.keepRefused({
    padId: pad.id,
    sequence: sequenceOf(given) ?? 0,
    mark: sha256(whole).slice(0, 16),
    at: deps.now(),
    code: problem.code,
    sealed: await deps.keys.encrypt(kept, refusedPlace(pad.id)),
    ...(isCut && { cut: true }),
  });
};
