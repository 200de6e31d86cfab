import { CaseHandOver } from '../../events/case/hand-over.ts';
import { factOutsideScope, scopeMembers } from '../../shared/domain/access/scope.ts';
import { countingArea } from '../../shared/domain/area/area.ts';
import { handOver } from '../../shared/domain/case/hand-over.ts';
import { Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut, Executor } from '../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import { accessProblems } from '../../shared/http/problem/access.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Integrator, IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import { everyItem } from '../../shared/port/page.ts';

interface CaseDeps {
  readonly cases: CaseStore;
}

export interface HandOverDeps extends CaseDeps, ProposeDeps {
  readonly integrators: IntegratorStore;
}

/** The right or the member of its scope that keeps a key from reporting the number. */
const lackingTo = ({ may, scope }: Integrator, projectNo: string) => {
  if (!may.includes('cases')) return 'cases';
  const outside = factOutsideScope(scope, { projectNo });
  return outside && scopeMembers[outside];
};

/** Returns the system of an active key, if with that key it may report the number. */
const ownerOf = async (
  accessKey: string,
  projectNo: string,
  integrators: IntegratorStore,
): Promise<string> => {
  const owner = await integrators.find(accessKey);
  if (owner?.state !== 'active') throw new Problem('integrator_unknown');
  const fact = lackingTo(owner, projectNo);
  if (fact !== undefined) throw new Problem(accessProblems.owner_cannot_report, { fact });
  return owner.system;
};

/**
 * `POST /v1/cases/{projectNo}/hand-over`: proposes that a case belongs to another system than the
 * one that reported its number first.
 */
export const handOverCase =
  (deps: HandOverDeps): StaffHandler =>
  async (request, staff) => {
    const { to: key, reason } = readBody(request, CaseHandOver);
    const known = await deps.cases.find(pathParameter(request, 'projectNo'));
    if (known === undefined) throw new Problem('case_unknown');
    const area = countingArea(known.area);
    requireKnown(staff, area, 'case_unknown');
    const { projectNo, source: from } = known;
    const to = await ownerOf(key, projectNo, deps.integrators);
    if (to === from) throw new Problem(accessProblems.owner_unchanged);
    const proposal = { power: 'case_owner', projectNo, from, to, reason } as const;
    return answerProposed({ proposal, area }, staff, deps);
  };

/** The other system must still have a key that may report the case. */
export const recheckHandOver =
  ({ integrators }: Pick<HandOverDeps, 'integrators'>): Executor<'case_owner'>['recheck'] =>
  async ({ to, projectNo }) => {
    const only = ({ system, state }: Integrator) => system === to && state === 'active';
    for await (const key of everyItem((page) => integrators.listed({ ...page, only }))) {
      if (lackingTo(key, projectNo) === undefined) return;
    }
    throw new Problem(accessProblems.owner_cannot_report);
  };

/**
 * The case belongs to the other system from then on; what was reported of it stays until that system
 * reports its own.
 */
export const carryOutHandOver =
  ({ cases }: CaseDeps): CarryOut<'case_owner'> =>
  async ({ projectNo, from, to, reason }, signed) => {
    const known = await cases.find(projectNo);
    if (known === undefined || (known.source !== from && known.source !== to)) {
      throw new Superseded();
    }
    const next = handOver(known, { from, to, reason, ...signed });
    if (known.source === from && (await cases.save(next)) === 'conflict') throw new Problem('busy');
    return { projectNo, from, to };
  };
