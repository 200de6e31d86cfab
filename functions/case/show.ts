import { pathParameter } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { rulesInForce } from '../../shared/rules.ts';
import { toCaseView } from './case-view.ts';
import type { CaseDeps } from './receive-event.ts';
import { isCaseWithin } from './within-scope.ts';

/**
 * `GET /v1/cases/{projectNo}`: returns a case with its timeline and promise to the system that
 * reports it. For a case of another system, or outside the scope of the key, the answer is the same
 * as for an unknown one.
 */
export const showCase =
  (deps: CaseDeps): HttpHandler =>
  async (request) => {
    const { system, scope } = await integratorOf(request, deps, 'cases');
    const known = await deps.cases.find(pathParameter(request, 'projectNo'));
    if (known?.source !== system || !isCaseWithin(scope, known)) throw new Problem('case_unknown');
    const { timetable } = await rulesInForce(deps.rulebook);
    return { status: 200, body: toCaseView(known, timetable, deps.now()) };
  };
