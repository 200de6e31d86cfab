import type { Term } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { RatingKey } from './rating-key.ts';

/**
 * 重复提交: what came over a link or a receipt after its contact was rated. It changes nothing, and
 * is kept for those who rule on a contested rating.
 */
export interface Attempt extends RatingKey {
  /** Keyed digest of sender and words: the same attempt again is not another one. */
  readonly mark: string;
  /** Keyed digest of the link or receipt with which it came. */
  readonly credential: string;
  /** Who made that link: an access key; of a follow-up, the receipt. */
  readonly issuer: string;
  /**
   * The digest of its sender, when it contests the rating while another person does: the sender is
   * answered like that person.
   */
  readonly contestSender?: string | undefined;
  /** The term in force when it contested. */
  readonly contestTerm?: Term | undefined;
  /** Level, tags, words and consent, encrypted with the field key. */
  readonly sealed: string;
  readonly at: Instant;
}

/**
 * How many are kept of one contact, and how many that contest it; the first of every issuer always
 * has its place.
 */
export const mostAttempts = 20;

/** How many one link or receipt may send in an hour: enough for a page that tries again. */
export const triesAnHour = 10;
