import { ReconciliationRequest } from '../../events/reconciliation/view.ts';
import { civilDate, civilDateOf } from '../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler, HttpRequest } from '../../shared/http/edge.ts';
import { reportProblems } from '../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { cityOffice, officers } from './city-office.ts';
import { outstandingCases, reconcileDay } from './reconcile-day.ts';
import type { ReconcileDoor } from './reconcile-day.ts';
import { reconciliationView } from './reconciliation-answer.ts';

export interface ReconcileRouteDoor extends ReconcileDoor {
  readonly claimPrefix: string;
}

const dayIn = (request: HttpRequest, at: Instant): CivilDate => {
  const day = civilDate(readBody(request, ReconciliationRequest).day);
  if (day === undefined) {
    throw new Problem('invalid_input', { errors: [{ path: '/day', problem: 'wrong_format' }] });
  }
  if (day >= civilDateOf(at)) throw new Problem(reportProblems.day_not_over);
  return day;
};

/** `POST /v1/reports/reconcile`: one day again, as the daily run does it. */
export const reconcile =
  (door: ReconcileRouteDoor): HttpHandler =>
  async (request) => {
    cityOffice(request, door.claimPrefix, officers);
    const day = dayIn(request, door.now());
    const result = await reconcileDay(day, await outstandingCases(door.reports), door);
    return { status: 200, body: reconciliationView(result) };
  };
