import { now } from '../../shared/clock.ts';
import type { Env, KeyEnv } from '../../shared/env.ts';
import type { IntegratorDeps } from '../../shared/http/integrator.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { replayGuard } from '../../shared/store/access/replay-guard.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createKeyRing, createTable } from '../../shared/store/clients.ts';

/** Builds the dependencies that every function for integrators shares. */
export const createIntegratorDeps = (
  config: Env<typeof KeyEnv>,
): IntegratorDeps & { readonly cases: CaseStore } => {
  const table = createTable(config);
  return {
    now,
    keys: createKeyRing(table, config),
    replay: replayGuard(table),
    integrators: integratorStore(table),
    cases: caseStore(table),
  };
};
