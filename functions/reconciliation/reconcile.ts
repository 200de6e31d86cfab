import { ReconciliationRequest } from '../../events/reconciliation/view.ts';
import { civilDate, civilDateOf } from '../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { reportProblems } from '../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { reconciliationView } from './answer.ts';
import { outstandingCases, reconcileDay } from './reconcile-day.ts';
import type { ReconcileDeps } from './reconcile-day.ts';

export interface ReconcileRouteDeps extends ReconcileDeps {}

const dayIn = (request: HttpRequest, at: Instant): CivilDate => {
  const day = civilDate(readBody(request, ReconciliationRequest).day);
  if (day === undefined) {
    throw new Problem('invalid_input', { errors: [{ path: '/day', problem: 'wrong_format' }] });
  }
  if (day >= civilDateOf(at)) throw new Problem(reportProblems.day_not_over);
  return day;
};

/** `POST /v1/reports/reconcile`: compares one day again, as the nightly run does. */
export const requestReconciliation =
  (deps: ReconcileRouteDeps): StaffHandler =>
  async (request) => {
    const day = dayIn(request, deps.now());
    const result = await reconcileDay(day, await outstandingCases(deps.reports), deps);
    return { status: 200, body: reconciliationView(result), about: { day } };
  };
