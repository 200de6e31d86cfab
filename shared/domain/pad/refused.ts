/** 被拒绝的评价: a rating that a pad sent and that could not be stored. It happened, so it is kept. */
import type { Signed } from '../access/signed.ts';
import type { RatingKey } from '../rating/rating-key.ts';
import type { Instant } from '../time/instant.ts';
import type { Said } from './said.ts';
import type { Settled } from './settled.ts';

export type RatedContact = Pick<RatingKey, 'projectNo' | 'serviceNumber'>;

/** Which contact two persons gave a refused rating. */
interface TakenUp extends RatedContact, Signed {}

/** How two persons ended it: they took it up, or found that no rating can be made of it. */
export interface RefusedEnd {
  readonly takenUp?: TakenUp | undefined;
  readonly settled?: Settled | undefined;
}

export interface RefusedPadRating extends RefusedEnd {
  readonly padId: string;
  /** Where its pad stood; absent for those kept before it was recorded. */
  readonly hall?: string | undefined;
  /** 0 when the pad sent no readable number. */
  readonly sequence: number;
  /** Distinguishes refused ratings with the same number. */
  readonly mark: string;
  readonly at: Instant;
  readonly code: string;
  /** What may be shown of it; absent for those of older releases, and of what is no rating at all. */
  readonly says?: Said | undefined;
  /** How far the clock of its pad was behind when it arrived; absent for those of older releases. */
  readonly clockBehindMs?: number | undefined;
  /** What the pad sent, encrypted with the field key. */
  readonly sealed: string;
  /** It was larger than any rating that a resident can make; only its beginning is kept. */
  readonly cut?: true | undefined;
}

/** What staff may see of it; the content stays encrypted. */
export type RefusedMark = Omit<RefusedPadRating, 'sealed'>;

export const isEnded = ({ takenUp, settled }: RefusedEnd): boolean =>
  takenUp !== undefined || settled !== undefined;

/** Whether a person has to look at it; the contact of one that came second has its rating. */
export const isOpen = (refused: Pick<RefusedMark, 'code' | 'takenUp' | 'settled'>): boolean =>
  !isEnded(refused) && refused.code !== 'already_rated';
