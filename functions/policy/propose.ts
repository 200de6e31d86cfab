import { isDeepStrictEqual } from 'node:util';

import * as z from 'zod/mini';

import { PolicyProposal } from '../../events/policy/policy.ts';
import type { PolicyView } from '../../events/policy/policy.ts';
import { defaultPolicy } from '../../shared/domain/policy/policy.ts';
import { readBody } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { fieldErrors, Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { PolicyStore, ProposedPolicy } from '../../shared/port/policy/store.ts';
import type { PolicyDeps } from './list.ts';
import { knownPolicy, summaryOf } from './policy-answer.ts';

export interface ChangePolicyDeps extends PolicyDeps {
  readonly now: Now;
}

/** Validates a whole policy. The problem names every contradiction by its path. */
const proposalIn = (request: HttpRequest): PolicyProposal => {
  const sent = readBody(request, z.record(z.string(), z.unknown()));
  const read = PolicyProposal.safeParse(sent, { reportInput: true });
  if (read.success) return read.data;
  throw new Problem('policy_invalid', { errors: fieldErrors(read.error) });
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
 * `POST /v1/policies`: stores a policy under the next version. It has no effect until it is
 * activated.
 */
export const proposePolicy =
  (deps: ChangePolicyDeps): StaffHandler =>
  async (request, { id }) => {
    const rules = proposalIn(request);
    const signed = { by: id, at: deps.now() };
    const { next, repeated } = await proposalOf(rules, signed, deps.policies);
    if (!repeated && (await deps.policies.propose(next)) === 'conflict') throw new Problem('busy');
    const activations = await deps.policies.activations();
    const body: PolicyView = {
      ...summaryOf(knownPolicy(next), activations, languageOf(request)),
      policy: next.policy,
    };
    return { status: repeated ? 200 : 201, body };
  };
