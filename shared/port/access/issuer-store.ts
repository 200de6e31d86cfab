import type { IssuerHolder } from '../../domain/access/issuer.ts';

/** The numbers of access keys and pads as issuers of links. */
export interface IssuerStore {
  /**
   * Returns the number of a key or pad, and gives it the next one when it has none. Repeated and
   * concurrent calls return the same number; no number is ever given to another holder.
   *
   * @throws when every number is given
   */
  numberOf(holder: IssuerHolder): Promise<number>;
  /** Undefined for a number that is reserved or that nobody has. */
  holderOf(number: number): Promise<IssuerHolder | undefined>;
}
