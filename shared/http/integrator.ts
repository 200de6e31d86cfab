import type { IntegratorRight } from '../domain/access/integrator.ts';
import type { Integrator, IntegratorStore } from '../port/access/integrator-store.ts';
import type { KeyRing } from '../port/key-ring.ts';
import type { HttpRequest } from './edge.ts';
import { Problem } from './problem/problem.ts';
import { signedBy } from './signed.ts';
import type { Signing } from './signed.ts';

export interface IntegratorDeps extends Omit<Signing, 'secretOf'> {
  readonly integrators: IntegratorStore;
  readonly keys: KeyRing;
}

/**
 * Returns the context to which a secret's encryption is bound. A copy in another key's item cannot
 * be decrypted.
 */
export const secretPlace = (accessKey: string): string => `integrator/${accessKey}`;

/** Returns the integrator that signed the request, if its key has one of the rights. */
export const integratorOf = async (
  request: HttpRequest,
  deps: IntegratorDeps,
  ...rights: readonly IntegratorRight[]
): Promise<Integrator> => {
  let known: Integrator | undefined;
  const accessKey = await signedBy(request, {
    ...deps,
    secretOf: async (key) => {
      known = await deps.integrators.find(key);
      if (known?.state !== 'active') return undefined;
      return deps.keys.decrypt(known.sealedSecret, secretPlace(key));
    },
  });
  if (known?.accessKey !== accessKey) throw new Problem('access_key_unknown');
  if (!rights.some((right) => known?.may.includes(right))) {
    throw new Problem('not_permitted', { fact: rights.join(' | ') });
  }
  return known;
};
