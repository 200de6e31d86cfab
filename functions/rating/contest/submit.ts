import { ContestSubmission } from '../../../events/rating/contest.ts';
import type { ContestState } from '../../../events/rating/contest.ts';
import { defaultContest } from '../../../shared/domain/policy/limits.ts';
import type { Attempt } from '../../../shared/domain/rating/attempt.ts';
import { contestNotices } from '../../../shared/domain/rating/contest/contest-notice.ts';
import {
  isContestClosed,
  mostContestsOfLink,
} from '../../../shared/domain/rating/contest/contest.ts';
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
import { credentialMark } from '../repeat/keep-attempt.ts';
import type { AttemptDeps } from '../repeat/keep-attempt.ts';
import { fingerprintOf, senderOf } from '../repeat/sender.ts';
import { refuseOther } from '../submit.ts';
import { keepBeside } from './beside.ts';
import { contestPlace, sealWords } from './sealed-words.ts';
import { ownState, stateOfSender } from './state.ts';
import type { Contesting } from './state.ts';

export interface ContestDeps extends RatingDeps, AttemptDeps {
  readonly attempts: Pick<AttemptStore, 'keep' | 'ofContact'>;
  readonly contests: Pick<ContestStore, 'ofContact' | 'open'>;
}

interface Sent {
  readonly submission: ContestSubmission;
  readonly request: HttpRequest;
}

/** Who contests what, before anything is stored. */
interface Contester extends Sent {
  readonly invited: Invited;
  readonly rated: Rated;
  readonly sender: string;
  /** Keyed digest of the link. */
  readonly credential: string;
  readonly first: Rating;
  readonly before: Contesting;
}

/** Refuses what cannot be contested: nothing, or one's own. */
const requireOthers = (first: Rating | undefined, sender: string): Rating => {
  if (first === undefined) throw new Problem(contestProblems.contest_not_rated);
  if (first.sender === sender) throw new Problem(contestProblems.contest_own_rating);
  return first;
};

const refuseWrong = async ({ submission, rated }: Contester, deps: ContestDeps): Promise<void> => {
  const { policy, indicators } = await rulesForDraft(submission, deps.rulebook);
  const rules = { policy, indicators, acceptRetired: false, at: deps.now() };
  const wrong = wrongIn(submission, rated, rules);
  if (wrong !== undefined) throw wrong;
};

const isOver =
  (link: string) =>
  ({ credential }: Pick<Contest | Attempt, 'credential'>): boolean =>
    credential === link;

/**
 * Refuses what is not taken any more. Whether another person contests right now makes no difference
 * to it.
 */
const refuseFurther = ({ before, credential }: Contester): void => {
  const { contests, attempts } = before;
  if (isContestClosed(contests)) throw new Problem(contestProblems.contest_closed);
  const beside = attempts.filter(({ contestSender }) => contestSender !== undefined);
  const overLink = [...contests, ...beside].filter(isOver(credential));
  if (overLink.length >= mostContestsOfLink) throw new Problem(contestProblems.contest_not_taken);
};

const termNow = async ({ rulebook }: Pick<ContestDeps, 'rulebook'>): Promise<Contest['term']> =>
  ((await rulebook.now()).policy.contest ?? defaultContest).term;

const newContest = async (contester: Contester, deps: ContestDeps): Promise<Contest> => {
  const { submission, request, invited, rated, sender, credential, first, before } = contester;
  const { projectNo, serviceNumber } = invited;
  const at = deps.now();
  return {
    projectNo,
    serviceNumber,
    number: before.contests.length + 1,
    area: rated.known.area,
    creditCode: first.creditCode,
    ...recordOfLink(invited),
    applicantMark: await applicantMark(rated.known, at, deps),
    trace: await traceOf(request, { projectNo, serviceNumber, assessNumber: 1 }, deps),
    sender,
    credential,
    fingerprint: await fingerprintOf(deps.keys, invited, submission),
    sealed: await sealWords(deps.keys, submission, contestPlace(invited)),
    at,
    term: await termNow(deps),
    state: 'open',
    callBacks: [],
    looks: [],
    version: 1,
  };
};

const besideOther = async (
  contest: Contest,
  { invited, submission, sender, credential }: Contester,
  deps: ContestDeps,
): Promise<ContestState> => {
  const { projectNo, serviceNumber, issuer } = invited;
  const term = await termNow(deps);
  const who = { projectNo, serviceNumber, issuer, sender, credential };
  return keepBeside(contest, { ...who, term, words: submission }, deps);
};

const openContest = async (contester: Contester, deps: ContestDeps): Promise<ContestState> => {
  const contest = await newContest(contester, deps);
  const notices = contestNotices(contest, await rulesInForce(deps.rulebook));
  const opened = await deps.contests.open(contest, { first: contester.first, notices });
  if (opened.ok) return ownState(contest, deps);
  const { existing } = opened;
  return existing.sender === contest.sender
    ? ownState(existing, deps)
    : besideOther(existing, contester, deps);
};

/** Reads what the link stands for, and everything that was sent about it. */
const contesterOf = async (
  { submission, request }: Sent,
  deps: ContestDeps,
): Promise<Contester> => {
  const { token, clientRef } = submission;
  const invited = await readToken(deps.keys, token, deps.now());
  refuseOther(invited, submission);
  const rated = await ratedContact(deps.cases, invited);
  const { projectNo, serviceNumber } = invited;
  const sentBy = { by: 'link', credential: token, clientRef } as const;
  const [found, contests, attempts, sender, credential] = await Promise.all([
    deps.ratings.find({ projectNo, serviceNumber, assessNumber: 1 }),
    deps.contests.ofContact({ projectNo, serviceNumber }),
    deps.attempts.ofContact({ projectNo, serviceNumber }),
    senderOf(deps.keys, invited, sentBy),
    credentialMark(deps.keys, token),
  ]);
  const first = requireOthers(found, sender ?? '');
  const before = { contests, attempts };
  return { submission, request, invited, rated, sender: sender ?? '', credential, first, before };
};

/**
 * Contests a rating that somebody else gave, with the own rating. The same sender is answered with
 * the same contest, whatever is sent; while it is open, what others send is kept beside it. Nothing
 * is checked for one of the two alone, so that no answer tells which it is.
 */
export const contestByLink = async (sent: Sent, deps: ContestDeps): Promise<ContestState> => {
  const contester = await contesterOf(sent, deps);
  const { before, sender } = contester;
  const own = await stateOfSender(before, async (one) => one === sender, deps);
  if (own !== undefined) return own;
  await refuseWrong(contester, deps);
  refuseFurther(contester);
  const last = before.contests.at(-1);
  return last?.state === 'open' ? besideOther(last, contester, deps) : openContest(contester, deps);
};

/** `POST /v1/ratings/contest`: a person says that the stored rating is not theirs, and rates. */
export const contestRating =
  (deps: ContestDeps): HttpHandler =>
  async (request) => {
    const submission = readBody(request, ContestSubmission);
    return { status: 202, body: await contestByLink({ submission, request }, deps) };
  };
