import * as z from 'zod/mini';

import { withOffset } from '../../shared/domain/time/instant.ts';
import { parseInput } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { staffWith } from '../../shared/http/staff.ts';
import type { IntegratorListDeps } from './admit.ts';

const Asked = z.object(pageAsked);

/** `GET /v1/integrators`: lists the access keys and their permissions, never a secret. */
export const listIntegrators =
  (deps: IntegratorListDeps): HttpHandler =>
  async (request) => {
    staffWith(request, deps.claimPrefix, ['system_admin', 'auditor']);
    const asked = parseInput(Asked, request.queryStringParameters ?? {});
    const { items, cursor } = await readPage(() => deps.integrators.listed(asked));
    const integrators = items.map((known) => ({
      accessKey: known.accessKey,
      system: known.system,
      name: known.name,
      may: known.may,
      state: known.state,
      admittedAt: withOffset(known.admittedAt),
    }));
    return { status: 200, body: { integrators, cursor: cursor ?? null } };
  };
