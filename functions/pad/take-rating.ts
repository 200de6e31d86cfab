import { createHmac } from 'node:crypto';

import type { Pad } from '../../shared/domain/pad/pad.ts';
import type { PressTime } from '../../shared/domain/pad/press-time.ts';
import { serializeDraft } from '../../shared/domain/rating/rating.ts';
import { canonicalJson } from '../../shared/domain/text/canonical-json.ts';
import { earlier } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readToken } from '../../shared/http/token.ts';
import { ratedContact, receiveRating } from '../rating/receive-rating.ts';
import type { RatingDeps, Received } from '../rating/receive-rating.ts';
import type { PadDraft } from './read-rating.ts';

export type TakeDeps = PadDeps & RatingDeps;

/** Returns a keyed digest of what a number stands for. */
const markOf = async (
  { rating, pressed }: PadDraft,
  { keys }: Pick<TakeDeps, 'keys'>,
): Promise<string> =>
  createHmac('sha256', await keys.key('fingerprint'))
    .update(canonicalJson([rating.token, serializeDraft(rating), pressed.pressedAt ?? null]))
    .digest('base64url');

/**
 * A pad gives each number once. The same number with something else means that its counter went
 * back: whose rating it is cannot be told apart from a repeat any more.
 */
const takeNumber = async (draft: PadDraft, pad: Pad, deps: TakeDeps): Promise<void> => {
  const mark = await markOf(draft, deps);
  const { sequence } = draft.rating;
  const before = await deps.pads.takeNumber({ padId: pad.id, sequence, mark, at: deps.now() });
  if (before !== undefined && before.mark !== mark) throw new Problem('sequence_taken');
};

/** A link that expired while the pad was offline was valid when the resident pressed. */
const validAt = ({ pressedAt, isPlausible }: PressTime, now: Instant): Instant =>
  pressedAt !== undefined && isPlausible ? earlier(pressedAt, now) : now;

const claimOf = ({ pressedAt, isPlausible }: PressTime) => ({
  claimedAt: pressedAt,
  ...(!isPlausible && { claimImplausible: true as const }),
});

/**
 * Stores a rating with the token of the contact that the window showed, or with a link of another
 * channel that the pad scanned; the rating then counts for that channel.
 *
 * @throws Problem
 */
export const takeRating = async (draft: PadDraft, pad: Pad, deps: TakeDeps): Promise<Received> => {
  const { rating, pressed } = draft;
  await takeNumber(draft, pad, deps);
  const invited = await readToken(deps.keys, rating.token, validAt(pressed, deps.now()));
  const isScanned = invited.padId === undefined;
  if (!isScanned && invited.padId !== pad.id) throw new Problem('token_of_other_channel');
  return receiveRating(
    {
      rated: await ratedContact(deps.cases, invited),
      draft: rating,
      origin: {
        channel: invited.channel,
        proof: isScanned ? 'token' : 'pad',
        ...claimOf(pressed),
        pad: { id: pad.id, sequence: rating.sequence },
        bound: 'token',
        accessKey: invited.accessKey,
      },
    },
    deps,
  );
};
