import * as z from 'zod/mini';

import { DifferenceSettlement } from '../../events/reconciliation/view.ts';
import type { DifferenceList } from '../../events/reconciliation/view.ts';
import { settleDifference } from '../../shared/domain/reconciliation/difference.ts';
import type { Difference } from '../../shared/domain/reconciliation/difference.ts';
import { civilDate } from '../../shared/domain/time/instant.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import type { Answer, HttpRequest } from '../../shared/http/edge.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { reportProblems } from '../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DifferenceStore } from '../../shared/port/reconciliation/difference-store.ts';
import { differenceView, reconciliationView } from './answer.ts';

export interface DifferenceDeps {
  readonly now: Now;
  readonly differences: DifferenceStore;
}

const Asked = z.object(pageAsked);

/** Daily results of two weeks accompany the list. */
const daysShown = 14;

const listDifferences = async (request: HttpRequest, deps: DifferenceDeps): Promise<Answer> => {
  const asked = readQuery(Asked, request);
  const { items, cursor } = await readPage(() => deps.differences.open(asked));
  const body: DifferenceList = {
    differences: items.map(differenceView),
    ...(cursor !== undefined && { cursor }),
    days: (await deps.differences.latest(daysShown)).map(reconciliationView),
  };
  return { status: 200, body };
};

/** Returns the difference. An id starts with its day; any other id is unknown. */
const requireDifference = async (
  request: HttpRequest,
  deps: DifferenceDeps,
): Promise<Difference> => {
  const id = pathParameter(request, 'id');
  const isOurs = civilDate(id.slice(0, 'YYYY-MM-DD'.length)) !== undefined;
  const found = isOurs ? await deps.differences.find(id) : undefined;
  if (found === undefined) throw new Problem(reportProblems.difference_unknown);
  return found;
};

const answerSettlement = async (
  request: HttpRequest,
  by: string,
  deps: DifferenceDeps,
): Promise<Answer> => {
  const { note } = readBody(request, DifferenceSettlement);
  const decision = settleDifference(await requireDifference(request, deps), {
    by,
    note,
    at: deps.now(),
  });
  if (!decision.ok) throw new Problem(reportProblems[decision.reason]);
  const { changed, difference } = decision;
  if (changed && (await deps.differences.save(difference)) === 'conflict') {
    throw new Problem('busy');
  }
  return { status: 200, body: differenceView(difference) };
};

/**
 * `GET /v1/reports/differences`: lists open differences and the results of the latest days. `POST
 * /v1/reports/differences/{id}/settle`: accepts a difference with a note; it reopens when it
 * changes.
 */
export const manageDifferences =
  (deps: DifferenceDeps): StaffHandler =>
  async (request, staff) => {
    return request.routeKey === 'GET /v1/reports/differences'
      ? listDifferences(request, deps)
      : answerSettlement(request, staff.id, deps);
  };
