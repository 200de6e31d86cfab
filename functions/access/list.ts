import * as z from 'zod/mini';

import { reachOfScope } from '../../shared/domain/access/scope.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import { canReach } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Integrator } from '../../shared/port/access/integrator-store.ts';
import type { IntegratorListDeps } from './admit.ts';

const Asked = z.object(pageAsked);

const integratorView = ({
  sealedSecret: _sealed,
  by,
  at,
  revoked,
  issuer,
  ...facts
}: Integrator) => ({
  ...facts,
  issuer: issuer ?? null,
  admittedBy: by,
  admittedAt: withOffset(at),
  ...(revoked && { revokedBy: revoked.by, revokedAt: withOffset(revoked.at) }),
});

/**
 * `GET /v1/integrators`: lists the access keys within reach and their permissions, never a secret.
 */
export const listIntegrators =
  (deps: IntegratorListDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const only = ({ scope }: Integrator): boolean => canReach(staff, reachOfScope(scope, cityCode));
    const { items, cursor } = await readPage(() => deps.integrators.listed({ ...asked, only }));
    const integrators = items.map(integratorView);
    return { status: 200, body: { integrators, cursor: cursor ?? null } };
  };
