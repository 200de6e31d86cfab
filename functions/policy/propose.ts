import { isDeepStrictEqual } from 'node:util';

import * as z from 'zod/mini';

import { PolicyProposal } from '../../events/policy/policy.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { fieldErrors, Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { ProposedPolicy } from '../../shared/port/policy/store.ts';
import { readHistory } from './history.ts';
import type { PolicyHistory } from './history.ts';
import type { PolicyDeps } from './list.ts';
import { knownVersion } from './policy-in-path.ts';
import { proposeActivation } from './propose-activation.ts';

export type ChangePolicyDeps = PolicyDeps & ProposeDeps;

/** Validates a whole policy. The problem names every contradiction by its path. */
const proposalIn = (request: HttpRequest): PolicyProposal => {
  const sent = readBody(request, z.record(z.string(), z.unknown()));
  const read = PolicyProposal.safeParse(sent, { reportInput: true });
  if (read.success) return read.data;
  throw new Problem('policy_invalid', { errors: fieldErrors(read.error) });
};

const withoutVersion = ({ version: _version, ...rules }: Policy): PolicyProposal => rules;

/** Refuses the rules of the version in force: another version of them would change nothing. */
const refuseUnchanged = (rules: PolicyProposal, history: PolicyHistory): void => {
  const { policy } = knownVersion(history.active, history);
  if (isDeepStrictEqual(withoutVersion(policy), rules)) {
    throw new Problem('policy_unchanged', { version: policy.version });
  }
};

interface Proposal {
  readonly next: ProposedPolicy;
  readonly repeated: boolean;
}

/**
 * Returns the new proposal. The same rules by the same person immediately after are the same
 * proposal.
 */
const proposalOf = (
  rules: PolicyProposal,
  { by, at }: Omit<ProposedPolicy, 'policy'>,
  { known }: PolicyHistory,
): Proposal => {
  const newest = known.at(-1);
  const latest = newest?.policy.version ?? 0;
  const isSame = isDeepStrictEqual(newest?.policy, { ...rules, version: latest });
  if (newest?.proposed?.by === by && isSame) {
    return { next: { policy: newest.policy, ...newest.proposed }, repeated: true };
  }
  return { next: { policy: { ...rules, version: latest + 1 }, by, at }, repeated: false };
};

/**
 * `POST /v1/policies`: stores a policy under the next version and proposes to put it in force. It
 * has no effect until another person activates it.
 */
export const proposePolicy =
  (deps: ChangePolicyDeps): StaffHandler =>
  async (request, staff) => {
    const rules = proposalIn(request);
    const history = await readHistory(deps.policies);
    refuseUnchanged(rules, history);
    const { next, repeated } = proposalOf(rules, { by: staff.id, at: deps.now() }, history);
    if (!repeated && (await deps.policies.propose(next)) === 'conflict') throw new Problem('busy');
    return proposeActivation(next.policy.version, staff, deps);
  };
