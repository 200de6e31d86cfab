import { PadRating } from '../../../events/rating/rating.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { readPressTime, timeDoubts } from '../../../shared/domain/pad/press-time.ts';
import type { RefusedPadRating } from '../../../shared/domain/pad/refused.ts';
import type { Doubt } from '../../../shared/domain/rating/doubt.ts';
import type { Level } from '../../../shared/domain/rating/level.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readToken } from '../../../shared/http/token.ts';
import type { Invited } from '../../../shared/http/token.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { membersOf, withUsualTypes } from '../read-rating.ts';
import type { Members } from '../read-rating.ts';
import { refusedPlace } from '../refuse/keep-refused.ts';
import { cutDoubts } from '../refuse/kept-text.ts';
import { readLevel, readWords } from './kept-words.ts';

export interface KeptRating {
  /** Its own level, when it can be read. */
  readonly level: Level | undefined;
  readonly draft: RatingDraft;
  /** What could not be read of it. */
  readonly doubts: readonly Doubt[];
  /** The contact of its token, when it has one that this system issued. */
  readonly invited: Invited | undefined;
  readonly pressed: ReturnType<typeof readPressTime>;
}

const parse = (text: string): Members => {
  try {
    return withUsualTypes(membersOf(JSON.parse(text)));
  } catch {
    return {};
  }
};

/** Of a token that has expired the contact is still known. */
const invitedBy = async (token: unknown, keys: KeyRing, pad: Pad): Promise<Invited | undefined> => {
  if (!PadRating.shape.token.safeParse(token).success || typeof token !== 'string')
    return undefined;
  try {
    return await readToken(keys, token, pad.at);
  } catch (fault) {
    if (fault instanceof Problem) return undefined;
    throw fault;
  }
};

const openKept = async (
  { sealed }: RefusedPadRating,
  { pad, keys }: { readonly pad: Pad; readonly keys: KeyRing },
): Promise<Members> => parse(await keys.decrypt(sealed, refusedPlace(pad.id)));

/** Returns the contact that the token of a refused rating names, also of one that says no level. */
export const contactInKept = async (
  refused: RefusedPadRating,
  { pad, keys }: { readonly pad: Pad; readonly keys: KeyRing },
): Promise<Invited | undefined> => {
  const { token } = await openKept(refused, { pad, keys });
  return invitedBy(token, keys, pad);
};

/**
 * Reads a refused rating as the resident made it.
 *
 * @throws Problem when it says no level and none was stated, or when only its beginning was kept, as by
 *   older releases
 */
export const readKept = async (
  refused: RefusedPadRating,
  {
    pad,
    keys,
    stated,
  }: { readonly pad: Pad; readonly keys: KeyRing; readonly stated?: Level | undefined },
): Promise<KeptRating> => {
  const kept = await openKept(refused, { pad, keys });
  const isDamaged = refused.code === padProblems.text_damaged.code;
  const words = readWords(kept, { isDamaged, stated });
  if (words === undefined) throw new Problem(padProblems.refused_unreadable);
  const { token, ratedAt } = kept;
  // Those of older releases do not say how far the clock was off when they arrived.
  const behindMs = refused.clockBehindMs ?? pad.clockBehindMs ?? 0;
  const clock = { behindMs, since: pad.at, now: refused.at };
  const pressed = readPressTime(ratedAt, clock);
  return {
    level: readLevel(kept),
    draft: words.draft,
    doubts: [...timeDoubts(ratedAt, pressed), ...words.doubts, ...cutDoubts(kept)],
    invited: await invitedBy(token, keys, pad),
    pressed,
  };
};
