import { createHmac } from 'node:crypto';

import type { PadRating } from '../../events/rating/rating.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import { serializeDraft } from '../../shared/domain/rating/rating.ts';
import { canonicalJson } from '../../shared/domain/text/canonical-json.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { PadNumber } from '../../shared/port/pad/store.ts';
import { keyedDigest } from '../rating/repeat/sender.ts';
import type { PadDraft } from './read-rating.ts';

/** A number of the pad, and the marks that earlier releases gave it. */
export interface OwnNumber {
  readonly number: PadNumber;
  readonly olderMarks: readonly string[];
}

/** Earlier releases did not bind it to the number, so that marks of different pads could be equal. */
const olderMarkOf = (key: Uint8Array, { token, ...words }: PadRating, at: unknown): string =>
  createHmac('sha256', key)
    .update(canonicalJson([token ?? null, serializeDraft(words), at ?? null]))
    .digest('base64url');

/** Returns a keyed digest of what a number stands for, equal for no two numbers. */
const markOf = (
  rating: PadRating,
  at: unknown,
  { padId, keys }: { padId: string; keys: KeyRing },
) =>
  keyedDigest(keys, [
    'number',
    padId,
    rating.sequence,
    rating.token ?? null,
    serializeDraft(rating),
    at ?? null,
  ]);

/**
 * A pad gives each number once. The same number with something else means that its counter went
 * back: whose rating it is cannot be told apart from a repeat any more.
 */
export const refuseOther = (
  { number, olderMarks }: OwnNumber,
  before: PadNumber | undefined,
): void => {
  if (before === undefined || [number.mark, ...olderMarks].includes(before.mark)) return;
  throw new Problem('sequence_taken');
};

/** The mark has the time as stated: the corrected one, of older marks, differs with every call. */
export const ownNumberOf = async (
  { rating, pressed, statedAt }: PadDraft,
  { id: padId }: Pad,
  { keys, now }: { readonly keys: KeyRing; readonly now: Now },
): Promise<OwnNumber> => {
  const key = await keys.key('fingerprint');
  const mark = await markOf(rating, statedAt, { padId, keys });
  return {
    number: { padId, sequence: rating.sequence, mark, at: now() },
    olderMarks: [statedAt, pressed.pressedAt].map((at) => olderMarkOf(key, rating, at)),
  };
};
