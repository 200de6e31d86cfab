import type {
  Integrator,
  IntegratorRight,
  IntegratorStore,
} from '../port/access/integrator-store.ts';
import type { KeyRing } from '../port/key-ring.ts';
import type { HttpRequest } from './edge.ts';
import { Problem } from './problem/problem.ts';
import { signedBy } from './signed.ts';
import type { Signing } from './signed.ts';

export interface IntegratorDeps extends Omit<Signing, 'secretOf'> {
  readonly integrators: IntegratorStore;
  readonly keys: KeyRing;
}

/** The place a secret is sealed for: copied to another key's item it would not open. */
export const secretPlace = (accessKey: string): string => `integrator/${accessKey}`;

/** The integrator that signed the request, if it holds `right`. */
export const integratorOf = async (
  request: HttpRequest,
  deps: IntegratorDeps,
  right: IntegratorRight,
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
  if (!known.may.includes(right)) throw new Problem('not_permitted', { fact: right });
  return known;
};
