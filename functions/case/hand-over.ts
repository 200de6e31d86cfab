import { CaseHandOver } from '../../events/case/hand-over.ts';
import { factOutsideScope, reachOfScope, scopeMembers } from '../../shared/domain/access/scope.ts';
import { reachesArea } from '../../shared/domain/access/staff-role.ts';
import { cityCode, countingArea } from '../../shared/domain/area/area.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { handOver } from '../../shared/domain/case/hand-over.ts';
import { isSameValue } from '../../shared/domain/text/canonical-json.ts';
import { Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut, Executor } from '../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import { accessProblems } from '../../shared/http/problem/access.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown } from '../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { Integrator, IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import { everyItem } from '../../shared/port/page.ts';
import { keysOf } from '../access/known-system.ts';
import { scopedCase } from './within-scope.ts';

interface CaseDeps {
  readonly cases: CaseStore;
}

export interface HandOverDeps extends CaseDeps, ProposeDeps {
  readonly integrators: IntegratorStore;
}

/** The right or the member of its scope that keeps a key from reporting the case as it stands. */
const lackingTo = ({ may, scope }: Integrator, known: Case) => {
  if (!may.includes('cases')) return 'cases';
  const outside = factOutsideScope(scope, scopedCase(known));
  return outside && scopeMembers[outside];
};

/** Returns an active key that the person reaches, if with it the case may be reported. */
const ownerOf = async (
  accessKey: string,
  { known, staff }: { readonly known: Case; readonly staff: Staff },
  integrators: IntegratorStore,
): Promise<Integrator> => {
  const owner = await integrators.find(accessKey);
  if (owner?.state !== 'active') throw new Problem('integrator_unknown');
  requireKnown(staff, reachOfScope(owner.scope, cityCode), 'integrator_unknown');
  const fact = lackingTo(owner, known);
  if (fact !== undefined) throw new Problem(accessProblems.owner_cannot_report, { fact });
  return owner;
};

const handOversOf = ({ handOvers = [] }: Case): number => handOvers.length;

/** The areas of which a system ever could report cases: one without a key today may get another. */
const areasOfSystem = async (
  system: string,
  integrators: IntegratorStore,
): Promise<readonly string[]> =>
  (await keysOf(system, integrators)).flatMap(({ scope }) => scope.areas);

/**
 * `POST /v1/cases/{projectNo}/hand-over`: proposes that a case belongs to another system than the
 * one that reported its number first. Both persons reach the case and the key; the second one also
 * the keys of the system that loses the case, so that no area takes cases from a system of the city.
 */
export const handOverCase =
  (deps: HandOverDeps): StaffHandler =>
  async (request, staff) => {
    const { to: key, reason } = readBody(request, CaseHandOver);
    const known = await deps.cases.find(pathParameter(request, 'projectNo'));
    if (known === undefined) throw new Problem('case_unknown');
    const caseArea = countingArea(known.area);
    requireKnown(staff, caseArea, 'case_unknown');
    const { projectNo, source: from } = known;
    const { system: to, scope } = await ownerOf(key, { known, staff }, deps.integrators);
    if (to === from) throw new Problem(accessProblems.owner_unchanged);
    const after = handOversOf(known);
    const proposal = { power: 'case_owner', projectNo, from, to, reason, after } as const;
    const former = await areasOfSystem(from, deps.integrators);
    const area = reachOfScope({ areas: [caseArea, ...scope.areas, ...former] }, cityCode);
    return answerProposed({ proposal, area }, staff, deps);
  };

/** The other system must still have a key that may report the case as it stands. */
export const recheckHandOver =
  ({
    cases,
    integrators,
  }: Pick<HandOverDeps, 'cases' | 'integrators'>): Executor<'case_owner'>['recheck'] =>
  async ({ to, projectNo }) => {
    const known = await cases.find(projectNo);
    // Without its case it is superseded when it is carried out.
    if (known === undefined) return;
    const only = ({ system, state }: Integrator) => system === to && state === 'active';
    for await (const key of everyItem((page) => integrators.listed({ ...page, only }))) {
      if (lackingTo(key, known) === undefined) return;
    }
    throw new Problem(accessProblems.owner_cannot_report);
  };

/**
 * The case belongs to the other system from then on; what was reported of it stays until that system
 * reports its own.
 */
export const carryOutHandOver =
  ({ cases }: CaseDeps): CarryOut<'case_owner'> =>
  async ({ projectNo, from, to, reason, after }, signed, area) => {
    const known = await cases.find(projectNo);
    if (known === undefined) throw new Superseded();
    const over = { from, to, reason, ...signed };
    // It was carried out before, and only the answer was lost.
    const done = after === undefined ? undefined : known.handOvers?.[after];
    if (isSameValue(done, over)) return { projectNo, from, to };
    if (known.source !== from || handOversOf(known) !== after) throw new Superseded();
    // A correction may have moved it to where neither of the two persons has a say.
    if (!reachesArea(area, countingArea(known.area))) throw new Superseded();
    if ((await cases.save(handOver(known, over))) === 'conflict') throw new Problem('busy');
    return { projectNo, from, to };
  };
