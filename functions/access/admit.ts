import { randomBytes } from 'node:crypto';

import { IntegratorAdmission } from '../../events/access/integrator.ts';
import { reachOfScope } from '../../shared/domain/access/scope.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import type { CarryOut } from '../../shared/http/access/carry-out.ts';
import { propose, proposedView } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { readBody } from '../../shared/http/body.ts';
import { secretPlace } from '../../shared/http/integrator.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

export interface IntegratorListDeps {
  readonly integrators: IntegratorStore;
}

const systemOf = async (key: string, integrators: IntegratorStore): Promise<string> => {
  const known = await integrators.find(key);
  if (known === undefined) throw new Problem('integrator_unknown');
  return known.system;
};

/**
 * `POST /v1/integrators`: proposes an access key for a system. It exists once another person has
 * confirmed it.
 */
export const admitIntegrator =
  (deps: IntegratorListDeps & ProposeDeps): StaffHandler =>
  async (request, staff) => {
    const { system: known, ...facts } = readBody(request, IntegratorAdmission);
    const area = reachOfScope(facts.scope, cityCode);
    requireReach(staff, area);
    const accessKey = `AK${deps.newId()}`;
    const system = known === undefined ? accessKey : await systemOf(known, deps.integrators);
    const proposal = { power: 'integrator', accessKey, system, ...facts } as const;
    const approval = await propose({ proposal, area }, staff, deps);
    return { status: 202, body: { ...proposedView(approval), accessKey, system } };
  };

/** Creates the key and its secret, which is answered only here. */
export const carryOutAdmission =
  (deps: IntegratorListDeps & { readonly keys: KeyRing }): CarryOut<'integrator'> =>
  async ({ power: _power, ...facts }, signed) => {
    // The prefix keeps the first character from being a dash, which a command line reads as an
    // option.
    const secret = `SK${randomBytes(32).toString('base64url')}`;
    const sealedSecret = await deps.keys.encrypt(secret, secretPlace(facts.accessKey));
    const admitted = await deps.integrators.admit({
      ...facts,
      sealedSecret,
      state: 'active',
      ...signed,
    });
    return admitted === 'admitted' ? { ...facts, secret } : undefined;
  };
