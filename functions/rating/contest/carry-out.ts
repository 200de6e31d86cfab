import { isSamePerson } from '../../../shared/domain/access/person.ts';
import type { ProposalOf } from '../../../shared/domain/access/proposal.ts';
import type { Signed } from '../../../shared/domain/access/signed.ts';
import { contestIdOf } from '../../../shared/domain/rating/contest/contest.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import type { Involved } from '../../../shared/domain/rating/contest/involved.ts';
import { isRuledBy, ruleOnContest } from '../../../shared/domain/rating/contest/review.ts';
import { isSameValue } from '../../../shared/domain/text/canonical-json.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../../shared/http/access/carry-out.ts';
import { conflictTries } from '../../../shared/http/conflict-tries.ts';
import { contestProblems } from '../../../shared/http/problem/contest.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { ContestStore } from '../../../shared/port/rating/contest-store.ts';
import { retry } from '../../../shared/retry.ts';
import { effectOf } from './effect.ts';
import type { EffectDeps } from './effect.ts';
import { contestedBy } from './outside.ts';
import type { ContestedDeps } from './outside.ts';
import { contestPlace } from './sealed-words.ts';

export interface RulingDeps extends EffectDeps, ContestedDeps {
  readonly contests: Pick<ContestStore, 'find' | 'rule'>;
}

type Ruling = ProposalOf<'contest_ruling'>;

/** A transfer, or work on the ticket, may have made one of the two persons one of those concerned. */
const isStillOutside = (
  { departments, workers }: Involved,
  proposal: Ruling,
  signed: Signed,
): boolean =>
  isSameValue(departments, proposal.departments) &&
  !workers.some((id) => isSamePerson(id, signed.by) || isSamePerson(id, signed.confirmedBy));

const requireUnchanged = (
  contest: Contest,
  involved: Involved,
  { proposal, signed }: { readonly proposal: Ruling; readonly signed: Signed },
): void => {
  const isAsProposed = contest.version === proposal.after;
  if (!isAsProposed || !isStillOutside(involved, proposal, signed)) throw new Superseded();
};

/**
 * Writes the ruling with its whole effect: the mark on the first rating, which takes it out of every
 * rate, the end of its ticket, and the second rating with its own. A ticket that has changed meanwhile
 * is decided again; a ruling that was written before an interruption is found.
 */
export const carryOutContestRuling =
  (deps: RulingDeps): CarryOut<'contest_ruling'> =>
  async (proposal, signed) => {
    const ruled = { proposal, signed };
    return retry(async () => {
      const contested = await contestedBy(proposal.contestId, deps);
      const { contest, involved } = contested;
      const contestId = contestIdOf(contest);
      if (isRuledBy(contest, signed)) return { contestId, state: contest.state };
      requireUnchanged(contest, involved, ruled);
      const sealedReason = await deps.keys.encrypt(proposal.reason, contestPlace(contest));
      const ruling = { outcome: proposal.outcome, ...signed, sealedReason };
      const decided = ruleOnContest(contest, ruling);
      if (!decided.ok) throw new Problem(contestProblems[decided.reason]);
      const effect = await effectOf(contested, decided.next, { ruled, deps });
      const saved = await deps.contests.rule(effect);
      return saved === 'saved' ? { contestId, state: decided.next.state } : undefined;
    }, conflictTries(5));
  };
