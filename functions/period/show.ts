import * as z from 'zod/mini';

import type { PeriodList } from '../../events/period/view.ts';
import type { Answer, HttpRequest } from '../../shared/http/edge.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { PeriodStore } from '../../shared/port/period/store.ts';
import { editionView } from './answer.ts';
import { keptEdition, periodInPath } from './period-in-path.ts';

export interface PeriodDeps {
  readonly periods: PeriodStore;
}

const Asked = z.object({
  edition: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(999))),
});

const listEditions = async ({ periods }: PeriodDeps): Promise<Answer> => {
  const editions = (await periods.editions()).toReversed();
  const body: PeriodList = { editions: editions.map(editionView) };
  return { status: 200, body };
};

/**
 * Returns the stored bytes with their digest as in RFC 9530, so that any client can verify them.
 */
const showEdition = async (request: HttpRequest, { periods }: PeriodDeps): Promise<Answer> => {
  const asked = readQuery(Asked, request);
  const { edition, text } = await keptEdition(periods, periodInPath(request), asked.edition);
  const digest = Buffer.from(edition.digest, 'hex').toString('base64');
  return {
    status: 200,
    body: text,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-digest': `sha-256=:${digest}:`,
      'x-report-edition': String(edition.number),
      'x-report-state': edition.state,
    },
  };
};

/**
 * `GET /v1/reports`: lists every edition of every month. `GET /v1/reports/{period}`: returns one
 * document.
 */
export const showPeriods =
  (deps: PeriodDeps): StaffHandler =>
  async (request) => {
    return request.routeKey === 'GET /v1/reports' ? listEditions(deps) : showEdition(request, deps);
  };
