import * as z from 'zod/mini';

import { withOffset } from '../../shared/domain/time/instant.ts';
import { parseInput } from '../../shared/http/body.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Integrator } from '../../shared/port/access/integrator-store.ts';
import type { IntegratorListDeps } from './admit.ts';

const Asked = z.object(pageAsked);

const integratorView = ({ sealedSecret: _sealed, by, at, revoked, ...facts }: Integrator) => ({
  ...facts,
  admittedBy: by,
  admittedAt: withOffset(at),
  ...(revoked && { revokedBy: revoked.by, revokedAt: withOffset(revoked.at) }),
});

/** `GET /v1/integrators`: lists the access keys and their permissions, never a secret. */
export const listIntegrators =
  (deps: IntegratorListDeps): StaffHandler =>
  async (request) => {
    const asked = parseInput(Asked, request.queryStringParameters ?? {});
    const { items, cursor } = await readPage(() => deps.integrators.listed(asked));
    const integrators = items.map(integratorView);
    return { status: 200, body: { integrators, cursor: cursor ?? null } };
  };
