import * as z from 'zod/mini';

import { LevelName, PadRating } from '../../../events/rating/rating.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { readPressTime } from '../../../shared/domain/pad/press-time.ts';
import type { RefusedPadRating } from '../../../shared/domain/pad/refused.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readToken } from '../../../shared/http/token.ts';
import type { Invited } from '../../../shared/http/token.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { refusedPlace } from '../keep-refused.ts';
import { withUsualTypes } from '../read-rating.ts';

/** What must be readable of a refused rating: what the resident said is never completed. */
const Kept = z.object({
  level: LevelName,
  tags: z._default(z.array(z.string()), []),
  text: z.optional(z.string()),
  contactConsent: z._default(z.boolean(), false),
  token: z.optional(z.unknown()),
  ratedAt: z.optional(z.unknown()),
});

export interface KeptRating {
  readonly draft: RatingDraft;
  /** The contact of its token, when it has one that this system issued. */
  readonly invited: Invited | undefined;
  readonly pressed: ReturnType<typeof readPressTime>;
}

const parse = (text: string): unknown => {
  try {
    return withUsualTypes(JSON.parse(text));
  } catch {
    return undefined;
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

/**
 * Reads a refused rating as the resident made it.
 *
 * @throws Problem when it says no level, or only its beginning was kept
 */
export const readKept = async (
  refused: RefusedPadRating,
  { pad, keys }: { readonly pad: Pad; readonly keys: KeyRing },
): Promise<KeptRating> => {
  const text = await keys.decrypt(refused.sealed, refusedPlace(pad.id));
  const kept = Kept.safeParse(refused.cut ? undefined : parse(text));
  if (!kept.success) throw new Problem(padProblems.refused_unreadable);
  const { token, ratedAt, ...draft } = kept.data;
  const clock = { behindMs: pad.clockBehindMs ?? 0, since: pad.at, now: refused.at };
  return {
    draft,
    invited: await invitedBy(token, keys, pad),
    pressed: readPressTime(ratedAt, clock),
  };
};
