import { isDeepStrictEqual } from 'node:util';

import * as z from 'zod/mini';

import { PolicyProposal } from '../../events/policy/policy.ts';
import { defaultPolicy } from '../../shared/domain/policy/policy.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { fieldErrors, Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { PolicyStore, ProposedPolicy } from '../../shared/port/policy/store.ts';
import type { PolicyDeps } from './list.ts';
import { activeVersion } from './policy-answer.ts';
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
const refuseUnchanged = async (rules: PolicyProposal, policies: PolicyStore): Promise<void> => {
  const version = activeVersion(await policies.activations());
  const { policy } = await knownVersion(version, policies);
  if (isDeepStrictEqual(withoutVersion(policy), rules)) {
    throw new Problem('policy_unchanged', { version });
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
const proposalOf = async (
  rules: PolicyProposal,
  { by, at }: Omit<ProposedPolicy, 'policy'>,
  policies: PolicyStore,
): Promise<Proposal> => {
  const newest = (await policies.proposed()).at(-1);
  const latest = newest?.policy.version ?? defaultPolicy.version;
  if (newest?.by === by && isDeepStrictEqual(newest.policy, { ...rules, version: latest })) {
    return { next: newest, repeated: true };
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
    await refuseUnchanged(rules, deps.policies);
    const signed = { by: staff.id, at: deps.now() };
    const { next, repeated } = await proposalOf(rules, signed, deps.policies);
    if (!repeated && (await deps.policies.propose(next)) === 'conflict') throw new Problem('busy');
    return proposeActivation(next.policy.version, staff, deps);
  };
