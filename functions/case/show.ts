import { caseState } from '../../shared/domain/case/case.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Timetable } from '../../shared/domain/time/deadline.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { pathParameter } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { rulesInForce } from '../../shared/rules.ts';
import { promiseView } from './promise-view.ts';
import type { CaseDeps } from './receive-event.ts';

const toCaseView = (known: Case, timetable: Timetable, at: Instant) => {
  const promise = promiseView(known, timetable, at);
  return {
    projectNo: known.projectNo,
    state: caseState(known),
    matter: known.matter,
    department: known.department,
    area: known.area,
    caseKind: known.caseKind,
    applicant: {
      kind: known.applicant.kind,
      name: known.applicant.maskedName,
      mobile: known.applicant.maskedMobile,
    },
    timeline: known.timeline.map((entry) => ({ ...entry, at: withOffset(entry.at) })),
    contacts: known.contacts.map((contact) => ({ ...contact, at: withOffset(contact.at) })),
    ...(promise === undefined ? {} : { promise }),
  };
};

/**
 * `GET /v1/cases/{projectNo}`: returns a case with its timeline and promise to the system that
 * reports it. For a case of another system the answer is the same as for an unknown one.
 */
export const showCase =
  (deps: CaseDeps): HttpHandler =>
  async (request) => {
    const { system } = await integratorOf(request, deps, 'cases');
    const known = await deps.cases.find(pathParameter(request, 'projectNo'));
    if (known === undefined || known.source !== system) throw new Problem('case_unknown');
    const { timetable } = await rulesInForce(deps.rulebook);
    return { status: 200, body: toCaseView(known, timetable, deps.now()) };
  };
