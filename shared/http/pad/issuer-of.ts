import type { Pad } from '../../domain/pad/pad.ts';
import type { IssuerStore } from '../../port/access/issuer-store.ts';

export interface PadIssuerDeps {
  readonly issuers: Pick<IssuerStore, 'numberOf'>;
}

/** Returns the number of a pad as an issuer; a pad of an older release gets one now. */
export const issuerOf = async (
  { id, issuer }: Pick<Pad, 'id' | 'issuer'>,
  { issuers }: PadIssuerDeps,
): Promise<number> => issuer ?? issuers.numberOf({ of: 'pad', id });
