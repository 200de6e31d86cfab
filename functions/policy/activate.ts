import type { PolicyActivated } from '../../events/policy/policy.ts';
import { approvalSubject } from '../../shared/domain/access/approval-subject.ts';
import type { Power } from '../../shared/domain/access/power.ts';
import type { PolicyProposal, Proposal } from '../../shared/domain/access/proposal.ts';
import type { Signed } from '../../shared/domain/access/signed.ts';
import { Policy as PolicySchema } from '../../shared/domain/policy/policy.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import { isSameValue } from '../../shared/domain/text/canonical-json.ts';
import { addMs, withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { confirmAndCarryOut, Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut, Executor } from '../../shared/http/access/carry-out.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { fieldErrors, Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { rulesLagMs } from '../../shared/port/policy/rulebook.ts';
import type { PolicyStore } from '../../shared/port/policy/store.ts';
import { readHistory } from './history.ts';
import type { KnownPolicy, PolicyHistory } from './history.ts';
import type { PolicyDeps } from './list.ts';
import { summaryOf } from './policy-answer.ts';
import { knownVersion, policyInPath } from './policy-in-path.ts';
import { awaitedActivation, proposeActivation } from './propose-activation.ts';
import type { ChangePolicyDeps } from './propose.ts';

const inForceBy = (at: Instant): string => withOffset(addMs(at, rulesLagMs));

/** Puts the version in force, unless this very proposal has done so before. */
const putInForce = async (
  { policyVersion, after }: { readonly policyVersion: number; readonly after: number },
  signed: Signed,
  policies: PolicyStore,
): Promise<void> => {
  const next = { number: after + 1, version: policyVersion, ...signed };
  if ((await policies.activate(next)) === 'saved') return;
  if (!isSameValue((await policies.activations()).at(-1), next)) throw new Superseded();
};

/** New tickets use the version from then on; open tickets keep their own version. */
export const carryOutActivation =
  ({ policies }: PolicyDeps): CarryOut<'policy'> =>
  async (proposal, signed) => {
    await putInForce(proposal, signed, policies);
    return { version: proposal.policyVersion, inForceBy: inForceBy(signed.at) };
  };

/** Refuses a policy that the limits of today do not allow, whatever those of its time did. */
const requirePlausible = (policy: Policy): void => {
  const read = PolicySchema.safeParse(policy, { reportInput: true });
  if (!read.success) throw new Problem('policy_invalid', { errors: fieldErrors(read.error) });
};

export const recheckActivation =
  ({ policies }: PolicyDeps): Executor<'policy'>['recheck'] =>
  async ({ policyVersion }) =>
    requirePlausible(knownVersion(policyVersion, await readHistory(policies)).policy);

const requirePolicy = (proposal: Proposal): PolicyProposal => {
  if (proposal.power !== 'policy') throw new Error('another power was awaited');
  return proposal;
};

const activationExecutor = (deps: PolicyDeps): Executor<Power> => ({
  recheck: (proposal) => recheckActivation(deps)(requirePolicy(proposal)),
  carryOut: (proposal, ...signed) => carryOutActivation(deps)(requirePolicy(proposal), ...signed),
});

interface Answered {
  readonly history: PolicyHistory;
  readonly changed: boolean;
  readonly now: Instant;
}

const activatedAnswer = (
  request: HttpRequest,
  known: KnownPolicy,
  { history, changed, now }: Answered,
): PolicyActivated => {
  const summary = summaryOf(known, history, languageOf(request));
  const since = history.activations.at(-1)?.at ?? now;
  return { ...summary, changed, inForceBy: inForceBy(since) };
};

/**
 * `POST /v1/policies/{version}/activate`: confirms that a proposed version is put in force, as
 * `POST /v1/approvals/{id}/confirm` does. For a version that nobody has proposed, an earlier one for
 * example, it makes the proposal.
 */
export const activatePolicy =
  (deps: ChangePolicyDeps): StaffHandler =>
  async (request, staff) => {
    const history = await readHistory(deps.policies);
    const known = policyInPath(request, history);
    const { version } = known.policy;
    if (history.active === version) {
      const answered = { history, changed: false, now: deps.now() };
      return { status: 200, body: activatedAnswer(request, known, answered) };
    }
    const awaited = await awaitedActivation(version, deps);
    if (awaited === undefined) {
      requirePlausible(known.policy);
      return proposeActivation(version, staff, deps);
    }
    const doing = { executor: activationExecutor(deps), deps };
    await confirmAndCarryOut(awaited, { by: staff.id }, doing);
    const answered = { history: await readHistory(deps.policies), changed: true, now: deps.now() };
    const body = activatedAnswer(request, known, answered);
    return { status: 200, body, about: approvalSubject(awaited) };
  };
