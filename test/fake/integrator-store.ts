import type { Integrator, IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import { copyOf, maybeCopyOf } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

const placeOf = ({ name, accessKey }: Integrator): string => `${name}#${accessKey}`;

const byName = (a: Integrator, b: Integrator): number => (placeOf(a) < placeOf(b) ? -1 : 1);

export const fakeIntegratorStore = (memory: Memory): IntegratorStore => {
  const integrators = new Map<string, Integrator>();
  return {
    async admit(integrator) {
      await memory.turn();
      if (integrators.has(integrator.accessKey)) return 'known';
      integrators.set(integrator.accessKey, copyOf(integrator));
      memory.wrote('integrator');
      return 'admitted';
    },
    async find(accessKey) {
      await memory.turn();
      return maybeCopyOf(integrators.get(accessKey));
    },
    async revoke(accessKey, revoked) {
      await memory.turn();
      const known = integrators.get(accessKey);
      if (known === undefined) return 'unknown';
      integrators.set(accessKey, { ...known, state: 'revoked', revoked: known.revoked ?? revoked });
      memory.wrote('integrator');
      return 'revoked';
    },
    async listed(page) {
      await memory.turn();
      const all = [...integrators.values()].map(copyOf).toSorted(byName);
      return pageOf(all, { list: 'integrators', placeOf }, page);
    },
  };
};
