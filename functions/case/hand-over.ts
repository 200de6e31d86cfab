import { CaseHandOver } from '../../events/case/hand-over.ts';
import { countingArea } from '../../shared/domain/area/area.ts';
import { Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';

interface CaseDeps {
  readonly cases: CaseStore;
}

export interface HandOverDeps extends CaseDeps, ProposeDeps {
  readonly integrators: IntegratorStore;
}

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
    const owner = await deps.integrators.find(key);
    if (owner?.state !== 'active') throw new Problem('integrator_unknown');
    const { projectNo, source: from } = known;
    const proposal = { power: 'case_owner', projectNo, from, to: owner.system, reason } as const;
    return answerProposed({ proposal, area }, staff, deps);
  };

/** The case belongs to the other system from then on; what was reported of it stays. */
export const carryOutHandOver =
  ({ cases }: CaseDeps): CarryOut<'case_owner'> =>
  async ({ projectNo, from, to }) => {
    const known = await cases.find(projectNo);
    if (known === undefined || (known.source !== from && known.source !== to)) {
      throw new Superseded();
    }
    const next = { ...known, source: to, version: known.version + 1 };
    if (known.source === from && (await cases.save(next)) === 'conflict') throw new Problem('busy');
    return { projectNo, from, to };
  };
