import { withOffset } from '../../shared/domain/time.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { staffWith } from '../../shared/http/staff.ts';
import type { IntegratorListDoor } from './admit.ts';

/** `GET /v1/integrators`: who may call, and what; never a secret. */
export const listIntegrators =
  (door: IntegratorListDoor): HttpHandler =>
  async (request) => {
    staffWith(request, door.claimPrefix, ['system_admin', 'auditor']);
    const integrators = (await door.integrators.all()).map((known) => ({
      accessKey: known.accessKey,
      system: known.system,
      name: known.name,
      may: known.may,
      state: known.state,
      admittedAt: withOffset(known.admittedAt),
    }));
    return { status: 200, body: { integrators } };
  };
