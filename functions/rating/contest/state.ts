import type { ContestState } from '../../../events/rating/contest.ts';
import type { Attempt } from '../../../shared/domain/rating/attempt.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { runningDue } from '../../../shared/domain/ticket/clocks.ts';
import { startClock } from '../../../shared/domain/time/clock.ts';
import type { Term } from '../../../shared/domain/time/deadline.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { offsetOrNull, withOffset } from '../../../shared/domain/time/instant.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { contestProblems } from '../../../shared/http/problem/contest.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { receiptOf } from '../../../shared/http/receipt.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import type { AttemptStore } from '../../../shared/port/rating/attempt-store.ts';
import type { ContestStore } from '../../../shared/port/rating/contest-store.ts';
import { rulesInForce } from '../../../shared/rules.ts';
import { contestReference, readContestReference } from './reference.ts';

export interface ContestStateDeps {
  readonly keys: KeyRing;
  readonly rulebook: Rulebook;
  readonly contests: Pick<ContestStore, 'ofContact'>;
  readonly attempts: Pick<AttemptStore, 'ofContact'>;
}

/** Counted with the newest calendar. */
export const contestDue = async (
  { at, term }: { readonly at: Instant; readonly term: Term },
  rulebook: Rulebook,
): Promise<Instant | undefined> => {
  const { timetable } = await rulesInForce(rulebook);
  return runningDue(startClock(timetable, at, term));
};

/** The state of the person's own contest; when it is upheld, with the receipt of the own rating. */
export const ownState = async (
  contest: Contest,
  { keys, rulebook }: ContestStateDeps,
): Promise<ContestState> => {
  const { projectNo, serviceNumber, sender, state, at, ruling } = contest;
  return {
    reference: await contestReference(keys, contest, sender),
    state,
    contestedAt: withOffset(at),
    dueAt: offsetOrNull(await contestDue(contest, rulebook)),
    ...(ruling && { decidedAt: withOffset(ruling.at) }),
    ...(state === 'upheld' && {
      receipt: await receiptOf(keys, { projectNo, serviceNumber, generation: 2 }),
    }),
  };
};

/**
 * The state for somebody who contested while another person did. It looks the same as long as nothing
 * is ruled; whatever the ruling on the other contest, this one was not taken up.
 */
export const stateBeside = async (
  contest: Contest,
  { at, contestSender: sender = '', contestTerm: term = contest.term }: Attempt,
  { keys, rulebook }: ContestStateDeps,
): Promise<ContestState> => ({
  reference: await contestReference(keys, contest, sender),
  state: contest.state === 'open' ? 'open' : 'rejected',
  contestedAt: withOffset(at),
  dueAt: offsetOrNull(await contestDue({ at, term }, rulebook)),
  ...(contest.ruling && { decidedAt: withOffset(contest.ruling.at) }),
});

/**
 * The contest beside which that was kept. It was open when it was read; the ruling may have been
 * written before the attempt was.
 */
const besideOf = (contests: readonly Contest[], { at }: Attempt): Contest | undefined =>
  contests.findLast((one) => one.at <= at);

const findFirst = async <T>(
  all: readonly T[],
  isIt: (one: T) => Promise<boolean>,
): Promise<T | undefined> => {
  const found = await Promise.all(all.map((one) => isIt(one)));
  return all[found.indexOf(true)];
};

/** Everything that was sent to contest one contact. */
export interface Contesting {
  readonly contests: readonly Contest[];
  readonly attempts: readonly Attempt[];
}

/**
 * Returns what the sender is told of the own contest, taken up or kept beside another's; undefined
 * when it sent none.
 */
export const stateOfSender = async (
  { contests, attempts }: Contesting,
  isOwn: (sender: string) => Promise<boolean>,
  deps: ContestStateDeps,
): Promise<ContestState | undefined> => {
  const own = await findFirst(contests, ({ sender }) => isOwn(sender));
  if (own !== undefined) return ownState(own, deps);
  const kept = await findFirst(
    attempts,
    async ({ contestSender: sender }) => sender !== undefined && (await isOwn(sender)),
  );
  const beside = kept && besideOf(contests, kept);
  return kept && beside && stateBeside(beside, kept, deps);
};

/** Returns the state of the contest with that number. @throws Problem when there is none */
export const contestState = async (
  reference: string,
  deps: ContestStateDeps,
): Promise<ContestState> => {
  const read = readContestReference(reference);
  if (read === undefined) throw new Problem(contestProblems.contest_reference_unknown);
  const [contests, attempts] = await Promise.all([
    deps.contests.ofContact(read),
    deps.attempts.ofContact(read),
  ]);
  const isOwn = (sender: string): Promise<boolean> => read.isOf(deps.keys, sender);
  const state = await stateOfSender({ contests, attempts }, isOwn, deps);
  if (state === undefined) throw new Problem(contestProblems.contest_reference_unknown);
  return state;
};

/** `GET /v1/ratings/contest/{reference}`: what became of a contest, for who has its number. */
export const showContestState =
  (deps: ContestStateDeps): HttpHandler =>
  async (request) => ({
    status: 200,
    body: await contestState(pathParameter(request, 'reference'), deps),
  });
