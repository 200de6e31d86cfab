import type { PolicyActivated } from '../../events/policy/policy.ts';
import { fromEpoch, toEpoch, withOffset } from '../../shared/domain/time/instant.ts';
import { languageOf } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { rulesLagMs } from '../../shared/port/policy/rulebook.ts';
import type { Activation, PolicyStore } from '../../shared/port/policy/store.ts';
import { activeVersion, summaryOf } from './policy-answer.ts';
import { policyInPath } from './policy-in-path.ts';
import type { ChangePolicyDeps } from './propose.ts';

interface Activated {
  readonly activations: readonly Activation[];
  readonly changed: boolean;
}

/** Activates a version, unless it is active already. */
const putInForce = async (
  { version, by, at }: Omit<Activation, 'number'>,
  policies: PolicyStore,
): Promise<Activated> => {
  const activations = await policies.activations();
  if (activeVersion(activations) === version) return { activations, changed: false };
  const next = { number: (activations.at(-1)?.number ?? 0) + 1, version, by, at };
  if ((await policies.activate(next)) === 'conflict') throw new Problem('busy');
  return { activations: [...activations, next], changed: true };
};

/**
 * `POST /v1/policies/{version}/activate`: a second person activates a version. New tickets use it
 * from then on; open tickets keep their own version. An earlier version can be activated again.
 */
export const activatePolicy =
  (deps: ChangePolicyDeps): StaffHandler =>
  async (request, { id }) => {
    const known = await policyInPath(request, deps.policies);
    if (known.proposed?.by === id) throw new Problem('same_person');
    const wanted = { version: known.policy.version, by: id, at: deps.now() };
    const { activations, changed } = await putInForce(wanted, deps.policies);
    const since = activations.at(-1)?.at ?? wanted.at;
    const body: PolicyActivated = {
      ...summaryOf(known, activations, languageOf(request)),
      changed,
      inForceBy: withOffset(fromEpoch(toEpoch(since) + rulesLagMs)),
    };
    return { status: 200, body };
  };
