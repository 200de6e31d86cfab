import type { Integrator, IntegratorStore } from '../../shared/port/integrator-store.ts';
import { copyOf, maybeCopyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const byName = (a: Integrator, b: Integrator): number =>
  `${a.name}#${a.accessKey}` < `${b.name}#${b.accessKey}` ? -1 : 1;

export const fakeIntegratorStore = (memory: Memory): IntegratorStore => {
  const integrators = new Map<string, Integrator>();
  return {
    async admit(integrator) {
      await memory.turn();
      if (integrators.has(integrator.accessKey)) throw new Error('the access key is in use');
      integrators.set(integrator.accessKey, copyOf(integrator));
      memory.wrote('integrator');
    },
    async find(accessKey) {
      await memory.turn();
      return maybeCopyOf(integrators.get(accessKey));
    },
    async revoke(accessKey) {
      await memory.turn();
      const known = integrators.get(accessKey);
      if (known === undefined) return 'unknown';
      integrators.set(accessKey, { ...known, state: 'revoked' });
      memory.wrote('integrator');
      return 'revoked';
    },
    async all() {
      await memory.turn();
      return [...integrators.values()].map(copyOf).toSorted(byName);
    },
  };
};
