import { now } from '../../shared/clock.ts';
import type { IntegratorDoor } from '../../shared/http/integrator.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { replayGuard } from '../../shared/store/access/replay-guard.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { openKeys, openTable } from '../../shared/store/clients.ts';

/** What every function needs that integrators call, with real stores behind it. */
export const openIntegratorDoor = (config: {
  TABLE_NAME: string;
  FIELD_KEY_ARN: string;
}): IntegratorDoor & { readonly cases: CaseStore } => {
  const table = openTable(config);
  return {
    now,
    keys: openKeys(table, config),
    replay: replayGuard(table),
    integrators: integratorStore(table),
    cases: caseStore(table),
  };
};
