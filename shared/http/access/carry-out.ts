import type { ApprovalDone } from '../../../events/access/approval.ts';
import { confirmApproval, endApproval, failApproval } from '../../domain/access/approval.ts';
import type { Approval, Decision, Failure } from '../../domain/access/approval.ts';
import type { Power } from '../../domain/access/power.ts';
import type { ProposalOf } from '../../domain/access/proposal.ts';
import type { Signed } from '../../domain/access/signed.ts';
import type { ApprovalStore } from '../../port/access/approval-store.ts';
import type { Now } from '../../port/clock.ts';
import { accessProblems } from '../problem/access.table.ts';
import { Problem } from '../problem/problem.ts';

export interface CarryOutDeps {
  readonly now: Now;
  readonly approvals: ApprovalStore;
}

/** Thrown by an act when what it is about has changed since it was proposed. */
export class Superseded extends Error {}

type Frozen<T> = T extends object ? { readonly [Name in keyof T]: Frozen<T[Name]> } : T;

/** What came of an act; undefined when it was done before. */
type Result = Frozen<ApprovalDone['result']>;

/**
 * Does what was proposed. It may be called again after a failure and then does only what is missing:
 * a proposal names ids and the version that it replaces.
 *
 * @throws Superseded
 * @throws Problem that ends the approval, unless it is passing
 */
export type CarryOut<P extends Power> = (
  proposal: ProposalOf<P>,
  signed: Signed,
  /** The area that both persons reach. */
  area: string,
) => Promise<Result>;

/** What a confirmation does. */
export interface Executor<P extends Power> {
  /**
   * Checks again what the proposal refers to, because it may have changed since it was proposed.
   *
   * @throws Problem of what is no longer valid
   */
  readonly recheck: (proposal: ProposalOf<P>) => Promise<void>;
  readonly carryOut: CarryOut<P>;
}

const signedOf = ({ by, decision }: Approval): Signed => {
  if (decision === undefined) throw new Error('nobody has confirmed it');
  return { by, confirmedBy: decision.by, at: decision.at };
};

const save = async (next: Approval, { approvals }: CarryOutDeps): Promise<void> => {
  if ((await approvals.save(next)) === 'conflict') throw new Problem('busy');
};

/** What another attempt may bring about. */
const isPassing = ({ text }: Problem): boolean => text.status >= 500;

const failureOf = ({ code, details: { fact } }: Problem): Failure => {
  if (fact === undefined) return { code };
  return { code, fact: typeof fact === 'string' ? fact : `${fact.zh} · ${fact.en}` };
};

const execute = async (
  approval: Approval,
  carryOut: CarryOut<Power>,
  deps: CarryOutDeps,
): Promise<Result> => {
  try {
    return await carryOut(approval.proposal, signedOf(approval), approval.area);
  } catch (fault) {
    if (fault instanceof Superseded) {
      await save(endApproval(approval, 'superseded'), deps);
      throw new Problem(accessProblems.approval_superseded);
    }
    if (fault instanceof Problem && !isPassing(fault)) {
      await save(failApproval(approval, failureOf(fault)), deps);
    }
    throw fault;
  }
};

/**
 * The act is done by then, and its secret is answered once: a conflict with another call that ended
 * the approval takes nothing away.
 */
const finish = async (approval: Approval, { approvals }: CarryOutDeps): Promise<void> => {
  if ((await approvals.save(endApproval(approval, 'done'))) === 'saved') return;
  const ended = await approvals.find(approval.id);
  if (ended !== undefined && ended.state !== 'done') {
    await approvals.save(endApproval(ended, 'done'));
  }
};

/**
 * Confirms a proposal and carries it out. One that refers to something no longer valid stays as it
 * is. The confirmation is stored first, so a crash in between leaves an act that the next
 * confirmation completes while the proposal lasts; a secret or a code is answered once. One whose act is refused ends as
 * failed, with the problem.
 */
export const confirmAndCarryOut = async (
  approval: Approval,
  said: Omit<Decision, 'at'>,
  { executor, deps }: { readonly executor: Executor<Power>; readonly deps: CarryOutDeps },
): Promise<Frozen<ApprovalDone>> => {
  const outcome = confirmApproval(approval, { ...said, at: deps.now() });
  if (!outcome.ok) throw new Problem(accessProblems[outcome.reason]);
  const { next, changed } = outcome;
  const done = { approvalId: next.id, state: 'done' } as const;
  if (next.state === 'done') return done;
  // Also of an act that was interrupted: the world may have changed since.
  await executor.recheck(next.proposal);
  if (changed) await save(next, deps);
  const result = await execute(next, executor.carryOut, deps);
  await finish(next, deps);
  return result === undefined ? done : { ...done, result };
};
