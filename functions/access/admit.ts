import { randomBytes } from 'node:crypto';

import { IntegratorAdmission } from '../../events/access/integrator.ts';
import { readBody } from '../../shared/http/body.ts';
import { secretPlace } from '../../shared/http/integrator.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { NewId, Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

export interface IntegratorListDeps {
  readonly integrators: IntegratorStore;
}

export interface AdmissionDeps extends IntegratorListDeps {
  readonly now: Now;
  readonly newId: NewId;
  readonly keys: KeyRing;
}

const systemOf = async (key: string, integrators: IntegratorStore): Promise<string> => {
  const known = await integrators.find(key);
  if (known === undefined) throw new Problem('integrator_unknown');
  return known.system;
};

/**
 * `POST /v1/integrators`: creates an access key for a system. The answer is the only place that
 * shows the secret.
 */
export const admitIntegrator =
  (deps: AdmissionDeps): StaffHandler =>
  async (request) => {
    const { name, may, system: known } = readBody(request, IntegratorAdmission);
    const accessKey = `AK${deps.newId()}`;
    const system = known === undefined ? accessKey : await systemOf(known, deps.integrators);
    // The prefix keeps the first character from being a dash, which a command line reads as an
    // option.
    const secret = `SK${randomBytes(32).toString('base64url')}`;
    await deps.integrators.admit({
      accessKey,
      system,
      name,
      may,
      state: 'active',
      sealedSecret: await deps.keys.encrypt(secret, secretPlace(accessKey)),
      admittedAt: deps.now(),
    });
    return { status: 201, body: { accessKey, system, secret, name, may } };
  };
