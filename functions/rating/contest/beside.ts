import type { ContestState } from '../../../events/rating/contest.ts';
import type { Attempt } from '../../../shared/domain/rating/attempt.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { contestProblems } from '../../../shared/http/problem/contest.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { AttemptStore } from '../../../shared/port/rating/attempt-store.ts';
import { publish } from '../../../shared/telemetry.ts';
import { attemptPlace } from '../repeat/keep-attempt.ts';
import { keyedDigest } from '../repeat/sender.ts';
import { sealWords } from './sealed-words.ts';
import type { ContestWords } from './sealed-words.ts';
import { stateBeside } from './state.ts';
import type { ContestStateDeps } from './state.ts';

export interface BesideDeps extends ContestStateDeps {
  readonly now: Now;
  readonly attempts: Pick<AttemptStore, 'keep' | 'ofContact'>;
}

/** Who contests while another person does. */
export interface Beside extends Pick<
  Contest,
  'projectNo' | 'serviceNumber' | 'sender' | 'credential' | 'term'
> {
  readonly credential: string;
  /** The number of who issued the link. */
  readonly issuer: number;
  readonly words: ContestWords;
}

const attemptOf = async (beside: Beside, { keys, now }: BesideDeps): Promise<Attempt> => {
  const { projectNo, serviceNumber, sender, credential, issuer, term, words } = beside;
  return {
    projectNo,
    serviceNumber,
    assessNumber: 1,
    // Of the sender alone: what is sent again is the same contest, whatever it says.
    mark: await keyedDigest(keys, ['contest', sender]),
    credential,
    issuer: String(issuer),
    contestSender: sender,
    contestTerm: term,
    sealed: await sealWords(keys, words, attemptPlace(beside)),
    at: now(),
  };
};

/**
 * Keeps what somebody says while another person contests the same rating, for those who rule on it.
 * The answer has the same members as the other's: that somebody contests is not told.
 *
 * @throws Problem when there is no place for it
 */
export const keepBeside = async (
  contest: Contest,
  beside: Beside,
  deps: BesideDeps,
): Promise<ContestState> => {
  const attempt = await attemptOf(beside, deps);
  const outcome = await deps.attempts.keep(attempt);
  if (outcome === 'full') throw new Problem(contestProblems.contest_not_taken);
  if (outcome === 'kept') publish({ AttemptsAfterRating: 1 });
  const kept = await deps.attempts.ofContact(attempt);
  const own = kept.find(({ contestSender }) => contestSender === beside.sender) ?? attempt;
  return stateBeside(contest, own, deps);
};
