import * as z from 'zod/mini';

import { RatingWords } from '../../../events/rating/rating.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';

/** What is sealed of a contest: the second rating, and why the first cannot be one's own. */
const ContestWords = z.object({
  ...RatingWords.shape,
  publishConsent: z.optional(z.boolean()),
  statement: z.optional(z.string()),
});
export type ContestWords = z.infer<typeof ContestWords>;

type Contested = Pick<Contest, 'projectNo' | 'serviceNumber'>;

/** Returns the encryption context of everything that is said in a contest. */
export const contestPlace = ({ projectNo, serviceNumber }: Contested): string =>
  `contest/${projectNo}/${serviceNumber}`;

/** Seals the words of a contest at `place`. */
export const sealWords = (
  keys: KeyRing,
  { level, tags, text, contactConsent, publishConsent, statement }: ContestWords,
  place: string,
): Promise<string> =>
  keys.encrypt(
    JSON.stringify({ level, tags, text, contactConsent, publishConsent, statement }),
    place,
  );

/** Opens what `sealWords` sealed, or the words of an attempt at its own place. */
export const openContestWords = async (
  keys: Pick<KeyRing, 'decrypt'>,
  sealed: string,
  place: string,
): Promise<ContestWords> => ContestWords.parse(JSON.parse(await keys.decrypt(sealed, place)));
