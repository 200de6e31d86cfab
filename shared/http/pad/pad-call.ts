import type { Pad } from '../../domain/pad/pad.ts';
import type { KeyRing } from '../../port/key-ring.ts';
import type { PadStore } from '../../port/pad/store.ts';
import type { HttpRequest } from '../edge.ts';
import { Problem } from '../problem/problem.ts';
import { signedBy } from '../signed.ts';
import type { Signing } from '../signed.ts';

export interface PadDeps extends Omit<Signing, 'secretOf'> {
  readonly pads: PadStore;
  readonly keys: KeyRing;
}

/** Returns the context to which the encryption of a pad's key is bound. */
export const padKeyPlace = (padId: string): string => `pad/${padId}`;

/** Returns the enrolled pad that signed the request; its id is its access key. */
export const padOf = async (request: HttpRequest, deps: PadDeps): Promise<Pad> => {
  let known: Pad | undefined;
  await signedBy(request, {
    ...deps,
    secretOf: async (padId) => {
      known = await deps.pads.find(padId);
      if (known?.state === 'revoked') throw new Problem('pad_revoked');
      if (known?.sealedKey === undefined) return undefined;
      return deps.keys.decrypt(known.sealedKey, padKeyPlace(padId));
    },
  });
  if (known === undefined) throw new Problem('access_key_unknown');
  return known;
};
