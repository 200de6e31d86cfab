import { CaseCorrectionRequest } from '../../events/case/correction.ts';
import { correctHeader } from '../../shared/domain/case/correction.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import { conflictTries } from '../../shared/http/conflict-tries.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import { caseProblems } from '../../shared/http/problem/case.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { retry } from '../../shared/retry.ts';
import { rulesInForce } from '../../shared/rules.ts';
import { withComparedMarks } from './applicant.ts';
import { toCaseView } from './case-view.ts';
import { headerOf } from './event/case-event.ts';
import { withOwnCode } from './event/own-area.ts';
import { refuseForeignDepartment } from './event/own-department.ts';
import { completeCase } from './receive-event.ts';
import type { CaseDeps, Reporter } from './receive-event.ts';
import { isCaseWithin, refuseEventOutside } from './within-scope.ts';

/** The case, when it belongs to the system and the scope of its key, and whether it was rated. */
const ownCase = async (
  projectNo: string,
  { system, scope }: Reporter,
  { ratings, keys }: CaseDeps,
) => {
  const rated = await ratings.ofCase(projectNo);
  if (rated?.known.source !== system || !isCaseWithin(scope, rated.known))
    throw new Problem('case_unknown');
  return {
    known: await withComparedMarks(rated.known, keys),
    isRated: rated.ratings.length > 0,
  };
};

/**
 * `POST /v1/cases/{projectNo}/correction`: replaces the header that the own system reported, while
 * nobody has rated the case. A rating that comes at the same moment keeps its own copy of what was
 * rated. The same header again changes nothing.
 */
export const correctCase =
  (deps: CaseDeps): HttpHandler =>
  async (request) => {
    const reporter = await integratorOf(request, deps, 'cases');
    const { header: given, reason } = readBody(request, CaseCorrectionRequest);
    const facts = await withOwnCode(given, deps);
    const projectNo = pathParameter(request, 'projectNo');
    refuseEventOutside(reporter.scope, { projectNo, header: facts });
    await refuseForeignDepartment(reporter.scope, facts, deps);
    const at = deps.now();
    const header = await headerOf(facts, { projectNo, at, receivedAt: at }, deps.keys);
    const { accessKey } = reporter;
    const known = await retry(async () => {
      const own = await ownCase(projectNo, reporter, deps);
      const decision = correctHeader(own.known, { header, reason, accessKey, at }, own.isRated);
      if (!decision.ok) throw new Problem(caseProblems[decision.reason]);
      if (decision.outcome === 'repeat') return decision.next;
      const next = await completeCase(decision.next, header.applicant, deps);
      return (await deps.cases.save(next)) === 'saved' ? next : undefined;
    }, conflictTries(8));
    const { timetable } = await rulesInForce(deps.rulebook);
    return { status: 200, body: toCaseView(known, timetable, at) };
  };
