/** What persons outside the department do with a contest. Nothing is decided by one of them. */
import type { ContestOutcome } from './contest-state.ts';
import type { CallBack, CallBackAnswer, Contest, ContestLook, ContestRuling } from './contest.ts';

export type ContestRefusal =
  | 'contest_ended' // it was ruled on
  | 'contest_not_called_back' // nobody tried to reach the applicant
  | 'contest_answer_missing' // the applicant did not say what the ruling rests on
  | 'contest_answer_misplaced'; // an answer of somebody who was not reached, or none of one who was

type Review =
  | { readonly ok: true; readonly next: Contest }
  | { readonly ok: false; readonly reason: ContestRefusal };

const changed = (contest: Contest, more: Partial<Contest>): Review => ({
  ok: true,
  next: { ...contest, ...more, version: contest.version + 1 },
});

const whileOpen = (contest: Contest, more: Partial<Contest>): Review =>
  contest.state === 'open' ? changed(contest, more) : { ok: false, reason: 'contest_ended' };

/** Records an attempt to reach the applicant; one who was reached said something. */
export const recordCallBack = (contest: Contest, callBack: CallBack): Review => {
  const isReached = callBack.outcome === 'reached';
  return isReached === (callBack.answer !== undefined)
    ? whileOpen(contest, { callBacks: [...contest.callBacks, callBack] })
    : { ok: false, reason: 'contest_answer_misplaced' };
};

/** Records a look at the applicant's number, which is allowed while the duty to call back runs. */
export const recordLook = (contest: Contest, look: ContestLook): Review =>
  whileOpen(contest, { looks: [...contest.looks, look] });

const lastAnswer = ({ callBacks }: Contest): CallBackAnswer | undefined =>
  callBacks.findLast(({ answer }) => answer !== undefined)?.answer;

/** What the applicant has to have said last; undefined: nothing, after an attempt to reach them. */
const restsOn = {
  upheld: ['contest_is_own'],
  neither: ['neither'],
  rejected: ['first_is_own', 'unclear', undefined],
} as const satisfies Record<ContestOutcome, readonly (CallBackAnswer | undefined)[]>;

/**
 * Returns why nobody can rule so. Only the applicant, who was reached, can take a rating out of the
 * figures: by saying that it is not theirs, and whether the other one is; nobody rules otherwise than
 * they said. One who cannot say leaves it as it is; that a rating stands may be ruled after an attempt.
 */
export const rulingRefusal = (
  contest: Contest,
  outcome: ContestOutcome,
): ContestRefusal | undefined => {
  if (contest.state !== 'open') return 'contest_ended';
  if (contest.callBacks.length === 0) return 'contest_not_called_back';
  const needed: readonly (CallBackAnswer | undefined)[] = restsOn[outcome];
  return needed.includes(lastAnswer(contest)) ? undefined : 'contest_answer_missing';
};

/** Ends a contest with what two persons ruled. */
export const ruleOnContest = (contest: Contest, ruling: ContestRuling): Review => {
  const reason = rulingRefusal(contest, ruling.outcome);
  return reason === undefined
    ? changed(contest, { state: ruling.outcome, ruling })
    : { ok: false, reason };
};

/** Whether these two persons ruled so before: a repeat of the same act. */
export const isRuledBy = (
  { ruling }: Contest,
  signed: Pick<ContestRuling, 'by' | 'confirmedBy' | 'at'>,
): boolean =>
  ruling?.by === signed.by && ruling.confirmedBy === signed.confirmedBy && ruling.at === signed.at;
