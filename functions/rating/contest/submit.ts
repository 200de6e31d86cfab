import { ContestSubmission } from '../../../events/rating/contest.ts';
import type { ContestState } from '../../../events/rating/contest.ts';
import { defaultContest } from '../../../shared/domain/policy/limits.ts';
import { contestNotices } from '../../../shared/domain/rating/contest/contest-notice.ts';
import { mostContests } from '../../../shared/domain/rating/contest/contest.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { recordOfLink } from '../../../shared/domain/rating/proof/link.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { readBody } from '../../../shared/http/body.ts';
import type { HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { contestProblems } from '../../../shared/http/problem/contest.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readToken } from '../../../shared/http/token.ts';
import type { Invited } from '../../../shared/http/token.ts';
import type { AttemptStore } from '../../../shared/port/rating/attempt-store.ts';
import type { ContestStore } from '../../../shared/port/rating/contest-store.ts';
import { rulesInForce } from '../../../shared/rules.ts';
import { applicantMark } from '../../case/applicant/mark.ts';
import { rulesForDraft } from '../draft-rules.ts';
import { traceOf } from '../proof/trace.ts';
import { ratedContact, wrongIn } from '../receive-rating.ts';
import type { Rated, RatingDeps } from '../receive-rating.ts';
import { keepAttempt } from '../repeat/keep-attempt.ts';
import type { AttemptDeps } from '../repeat/keep-attempt.ts';
import { fingerprintOf, senderOf } from '../repeat/sender.ts';
import { refuseOther } from '../submit.ts';
import { sealContestWords } from './sealed-words.ts';
import { ownState, stateBeside } from './state.ts';

export interface ContestDeps extends RatingDeps, AttemptDeps {
  readonly attempts: Pick<AttemptStore, 'keep' | 'ofContact'>;
  readonly contests: Pick<ContestStore, 'ofContact' | 'open'>;
}

interface Sent {
  readonly submission: ContestSubmission;
  readonly request: HttpRequest;
}

/** Who contests what, before anything is stored. */
interface Contesting extends Sent {
  readonly invited: Invited;
  readonly rated: Rated;
  readonly sender: string;
  readonly first: Rating;
}

/** Refuses what cannot be contested: nothing, or one's own. */
const requireOthers = (first: Rating | undefined, sender: string): Rating => {
  if (first === undefined) throw new Problem(contestProblems.contest_not_rated);
  if (first.sender === sender) throw new Problem(contestProblems.contest_own_rating);
  return first;
};

const refuseWrong = async ({ submission, rated }: Contesting, deps: ContestDeps): Promise<void> => {
  const { policy, indicators } = await rulesForDraft(submission, deps.rulebook);
  const rules = { policy, indicators, acceptRetired: false, at: deps.now() };
  const wrong = wrongIn(submission, rated, rules);
  if (wrong !== undefined) throw wrong;
};

const newContest = async (
  { submission, request, invited, rated, sender, first }: Contesting,
  number: number,
  deps: ContestDeps,
): Promise<Contest> => {
  const { projectNo, serviceNumber } = invited;
  const at = deps.now();
  const { policy } = await deps.rulebook.now();
  return {
    projectNo,
    serviceNumber,
    number,
    area: rated.known.area,
    creditCode: first.creditCode,
    ...recordOfLink(invited),
    applicantMark: await applicantMark(rated.known, at, deps),
    trace: await traceOf(request, { projectNo, serviceNumber, assessNumber: 1 }, deps),
    sender,
    fingerprint: await fingerprintOf(deps.keys, invited, submission),
    sealed: await sealContestWords(deps.keys, invited, submission),
    at,
    term: (policy.contest ?? defaultContest).term,
    state: 'open',
    callBacks: [],
    looks: [],
    version: 1,
  };
};

/**
 * Keeps what somebody says while another person contests the same rating. The answer has the same
 * members as the other's: that somebody contests is not told.
 */
const keepBeside = async (
  contest: Contest,
  { submission, invited, sender }: Contesting,
  deps: ContestDeps,
): Promise<ContestState> => {
  const { projectNo, serviceNumber, issuer } = invited;
  const { clientRef, statement } = submission;
  const tried = {
    projectNo,
    serviceNumber,
    assessNumber: 1,
    issuer: String(issuer),
    credential: submission.token,
    clientRef,
    draft: submission,
    contest: { sender, statement },
  } as const;
  await keepAttempt(tried, deps);
  const kept = await deps.attempts.ofContact(invited);
  const own = kept.find(({ contestSender }) => contestSender === sender);
  return stateBeside(contest, { at: own?.at ?? deps.now(), sender }, deps);
};

const openContest = async (
  contesting: Contesting,
  earlier: readonly Contest[],
  deps: ContestDeps,
): Promise<ContestState> => {
  const contest = await newContest(contesting, earlier.length + 1, deps);
  const notices = contestNotices(contest, await rulesInForce(deps.rulebook));
  const opened = await deps.contests.open(contest, { first: contesting.first, notices });
  if (opened.ok) return ownState(contest, deps);
  const { existing } = opened;
  return existing.sender === contest.sender
    ? ownState(existing, deps)
    : keepBeside(existing, contesting, deps);
};

/**
 * Contests a rating that somebody else gave, with the own rating. The same sender is answered with
 * the same contest, whatever is sent; while it is open, what others send is kept beside it.
 */
export const contestByLink = async (
  { submission, request }: Sent,
  deps: ContestDeps,
): Promise<ContestState> => {
  const { token: credential, clientRef } = submission;
  const invited = await readToken(deps.keys, credential, deps.now());
  refuseOther(invited, submission);
  const rated = await ratedContact(deps.cases, invited);
  const { projectNo, serviceNumber } = invited;
  const sender = (await senderOf(deps.keys, invited, { by: 'link', credential, clientRef })) ?? '';
  const [found, contests] = await Promise.all([
    deps.ratings.find({ projectNo, serviceNumber, assessNumber: 1 }),
    deps.contests.ofContact({ projectNo, serviceNumber }),
  ]);
  const first = requireOthers(found, sender);
  const own = contests.find((one) => one.sender === sender);
  if (own !== undefined) return ownState(own, deps);
  const contesting = { submission, request, invited, rated, sender, first };
  await refuseWrong(contesting, deps);
  const last = contests.at(-1);
  if (last?.state === 'open') return keepBeside(last, contesting, deps);
  if (last?.state === 'upheld' || contests.length >= mostContests) {
    throw new Problem(contestProblems.contest_closed);
  }
  return openContest(contesting, contests, deps);
};

/** `POST /v1/ratings/contest`: a person says that the stored rating is not theirs, and rates. */
export const contestRating =
  (deps: ContestDeps): HttpHandler =>
  async (request) => {
    const submission = readBody(request, ContestSubmission);
    return { status: 202, body: await contestByLink({ submission, request }, deps) };
  };
