/**
 * 签发方编号: the number of who issued a link, in every link and with every rating. Access keys and
 * pads get one for good: a number is never given again.
 */

/** The holder of a number that was given. */
export interface IssuerHolder {
  readonly of: 'key' | 'pad';
  /** The access key, or the id of the pad. */
  readonly id: string;
}

/** The numbers below it are reserved: no key and no pad gets them. */
export const firstIssuer = 16;
/** A link has 20 bits for it. */
export const lastIssuer = 2 ** 20 - 1;
