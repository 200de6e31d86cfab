/** 评价情形: what follows from the times that are recorded with a rating. */
import { toEpoch } from '../../time/instant.ts';
import type { Rating } from '../rating.ts';

/** A contact is on the display of a pad for at most this time. */
export const shownForMs = 30 * 60_000;

type Timed = Pick<Rating, 'proof' | 'issuedAt' | 'claimedAt' | 'receivedAt'>;

/** When somebody pressed, as far as it is known: a pad states it. */
const pressedAt = ({ claimedAt, receivedAt }: Timed): number => toEpoch(claimedAt ?? receivedAt);

/**
 * Returns the seconds from the issue of the link to the rating; the minute of the issue is known, so
 * it may be up to 59 too many. Undefined without a link.
 */
export const secondsSinceIssue = (rating: Timed): number | undefined =>
  rating.issuedAt === undefined
    ? undefined
    : Math.max(0, Math.floor((pressedAt(rating) - toEpoch(rating.issuedAt)) / 1000));

/** 超时按键: pressed on a pad when its display no longer showed the contact. It is not refused. */
export const isPressedLate = (rating: Timed): boolean =>
  rating.proof === 'pad' && (secondsSinceIssue(rating) ?? 0) * 1000 > shownForMs + 60_000;

/** 未显示: no pad displayed the contact to the one who rated it on a pad. */
export const isNeverDisplayed = ({ proof, issuedAt, bound }: Timed & Pick<Rating, 'bound'>) =>
  proof === 'pad' && issuedAt === undefined && bound !== undefined && bound !== 'token';
