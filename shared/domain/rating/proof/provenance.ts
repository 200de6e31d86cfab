import type { Instant } from '../../time/instant.ts';

/**
 * How the person compares to the applicant of the case, if the issuer of the link stated a person
 * who is signed in by real name.
 */
export const statedMatches = ['matched', 'other', 'not_comparable'] as const;
export type StatedMatch = (typeof statedMatches)[number];

/** 评价来源: what is recorded of who rated, because it cannot be made up later. */
export interface Provenance {
  /** The number of who issued its link; of an entry by staff, the number of these. */
  readonly issuer?: number | undefined;
  /** The minute in which its link was issued; of a pad's token, when the pad displayed the contact. */
  readonly issuedAt?: Instant | undefined;
  /** How the person compares to the applicant, if the link stated one. */
  readonly match?: StatedMatch | undefined;
  /**
   * Keyed digest of the applicant, equal over the cases of one month; its key is deleted soon after.
   */
  readonly applicantMark?: string | undefined;
  /** Network and kind of program, sealed with a key that is deleted after 90 days. */
  readonly trace?: string | undefined;
}
